/** Every URL of the area, written once: `/training` is for everybody, `/staff/training` for those who keep or attend. */
import { path } from '#platform/path.ts';

const uuid = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';
const token = '/training/entries/:token{[0-9a-f]{64}}' as const;
const course = `/staff/training/courses/:courseId${uuid}` as const;
const session = `/staff/training/sessions/:sessionId${uuid}` as const;
const entry = `/staff/training/entries/:entryId${uuid}` as const;

export const trainingPaths = {
  list: path('/training'),
  course: path(`/training/courses/:courseId${uuid}`),
  /** The form of those who have no sign-in here. */
  enter: path(`/training/sessions/:sessionId${uuid}/entry`),
  /** Behind a mailed link. */
  entry: path(token),
  entryStep: path(`${token}/:step{confirm|cancel|attend|survey}`),
  entryCertificate: path(`${token}/certificate`),
  check: path('/training/certificates'),
  certificate: path('/training/certificates/:number{[0-9A-Z-]{6,20}}'),
} as const;

export const staffTrainingPaths = {
  /** One's own: what is asked, what one has, what comes. */
  own: path('/staff/training'),
  enter: path(`${session}/enter`),
  entry: path(entry),
  entryStep: path(`${entry}/:step{cancel|attend|survey}`),
  certificate: path(`/staff/training/certificates/:certificateId${uuid}`),
  revoke: path(`/staff/training/certificates/:certificateId${uuid}/revoke`),
  courses: path('/staff/training/courses'),
  newCourse: path('/staff/training/courses/new'),
  course: path(course),
  editCourse: path(`${course}/edit`),
  give: path(`${course}/certificates`),
  newSession: path(`${course}/sessions/new`),
  session: path(session),
  editSession: path(`${session}/edit`),
  cancelSession: path(`${session}/cancel`),
  attendance: path(`${session}/attendance`),
  /** Large, for the screen of the room. */
  code: path(`${session}/code`),
  requirements: path('/staff/training/requirements'),
  requirementPreview: path('/staff/training/requirements/preview'),
  endRequirement: path(`/staff/training/requirements/:requirementId${uuid}/end`),
  figures: path('/staff/training/figures'),
  figuresFile: path('/staff/training/figures.csv'),
} as const;
