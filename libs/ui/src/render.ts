import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';

/** A whole page as HTML text. */
export const renderPage = (page: VNode): string => `<!doctype html>${render(page)}`;
