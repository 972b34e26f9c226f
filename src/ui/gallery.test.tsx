import { describe, expect, test } from 'vitest';
import { Gallery } from './gallery.tsx';
import { htmlOf, viewForTests } from './testing/view.ts';

const pages = {
  public: htmlOf(Gallery({ view: viewForTests() })),
  staff: htmlOf(Gallery({ view: viewForTests(), staff: true, wrong: true })),
};

describe.each(Object.entries(pages))('the %s gallery, which holds every component', (_, html) => {
  test('uses each id once', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(30);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('points only at ids that are there', () => {
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    const pointed = [...html.matchAll(/\s(?:aria-labelledby|aria-describedby|for)="([^"]+)"/g)];
    const used = pointed.flatMap(([, list]) => list?.split(' ') ?? []);
    const fills = [...html.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
    expect(fills.length).toBeGreaterThan(10);
    expect([...used, ...fills].filter((id) => !ids.has(id))).toEqual([]);
  });

  test('has no style attribute, style element, inline script or handler, which the content policy would refuse', () => {
    expect(html).not.toMatch(/\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=/);
  });

  test('names and describes every picture, and gives its numbers as a table', () => {
    const figures = html.match(/<figure class="chart[\s\S]*?<\/figure>/g) ?? [];
    expect(figures.length).toBeGreaterThan(7);
    for (const figure of figures) expect(figure).toContain('<table');
    const pictures = html.match(/<svg class="plot"[\s\S]*?<\/svg>/g) ?? [];
    expect(pictures.length).toBeGreaterThan(6);
    for (const picture of pictures) {
      expect(picture).toMatch(/^<svg[^>]* role="img" aria-labelledby="[^"]+"/);
      expect(picture).toMatch(/<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/);
      expect(picture).not.toContain('NaN');
    }
  });

  test('leads nowhere outside, except by the button to leave', () => {
    const outside = [...html.matchAll(/(?:href|src|action)="((?:https?:)?\/\/[^"]+)"/g)].map(
      ([, url]) => url,
    );
    expect(new Set(outside).size).toBeLessThanOrEqual(1);
  });
});
