import { layout, type Sheet } from '../web/layout.ts';
import { sendHtml } from './html.ts';
import type { C } from './words.ts';

/** Sends a page of the service. */
export const show = (context: C, sheet: Sheet, status: 200 | 400 | 404 = 200): Response =>
  sendHtml(context, layout(sheet, context.get('state').session.version), undefined, status);
