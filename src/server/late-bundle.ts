// What the build bundles into `Actions.html`: the late actions, and what only they ask of Google.
export { LATE, VIEWS } from '../app/late';
export { createDocs } from '../google/docs';
export { createEventEraser } from '../google/event-eraser';
export { createFormEraser } from '../google/form-eraser';
export { createHealth } from '../google/health';
