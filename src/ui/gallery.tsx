import { PublicFrame, StaffFrame } from './frame.tsx';
import { GalleryCharts } from './gallery/charts.tsx';
import { GalleryContent } from './gallery/content.tsx';
import { galleryProblems, GalleryForms } from './gallery/forms.tsx';
import { GalleryTables } from './gallery/tables.tsx';
import { GalleryWayfinding } from './gallery/wayfinding.tsx';
import { PageHead } from './layout.tsx';
import type { View } from '#platform/web/view.ts';

/** Every component in its states, for those who build pages. Development only, so its texts are Japanese only. */
export function Gallery({ view, staff, wrong }: { view: View; staff?: boolean; wrong?: boolean }) {
  const Frame = staff ? StaffFrame : PublicFrame;
  return (
    <Frame
      view={view}
      title="部品の見本"
      problems={wrong ? galleryProblems : []}
      description="画面の部品を状態ごとに並べた、開発用のページです。"
    >
      <PageHead
        band={!staff}
        kicker="開発用"
        title="部品の見本"
        lead="画面をつくる部品を、状態ごとに並べています。文や数値はすべて例です。"
      />
      <GalleryContent view={view} />
      <GalleryCharts view={view} />
      <GalleryTables view={view} />
      <GalleryForms view={view} />
      <GalleryWayfinding view={view} />
    </Frame>
  );
}
