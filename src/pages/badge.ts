import { Markup, markup } from './markup.js';

/** Shapes of states, in a square of 16: told apart without colour. */
const shapes = {
  tick: '<path class="solid" d="M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0"/><path class="cut" d="M4 8.2l2.8 2.8L12 5.6"/>',
  up: '<path class="solid" d="M8 0l8 9h-4.5v7h-7V9H0z"/>',
  cross: '<path class="solid" d="M2 0h12l2 2v12l-2 2H2l-2-2V2z"/><path class="cut" d="M5 5l6 6M11 5l-6 6"/>',
  ring: '<circle class="open" cx="8" cy="8" r="6.5"/><path class="solid" d="M8 4v4.5l3 1.8-.8 1.3L6.5 9.3V4z"/>',
  down: '<path class="solid" d="M8 16L0 7h4.5V0h7v7H16z"/>',
  question:
    '<path class="solid" d="M8 0l8 8-8 8-8-8z"/><path class="cut" d="M6 6.4a2 2 0 1 1 2.6 1.9q-.6.3-.6 1.2M8 11v1"/>',
  dots: '<path class="solid" d="M0 6h4v4H0zM6 6h4v4H6zM12 6h4v4h-4z"/>',
  none: '<circle class="open dashed" cx="8" cy="8" r="6.5"/>',
} as const;

export type Shape = keyof typeof shapes;
export type Tone = 'good' | 'great' | 'bad' | 'doubt' | 'quiet';

/** A state: its shape and its word, which say it without the colour of the tone. */
export const badge = (shape: Shape, tone: Tone, word: string): Markup =>
  markup`<span class="badge ${tone}">${icon(shape)}${word}</span>`;

/** The shape of a state alone, beside its word. */
export const icon = (shape: Shape): Markup =>
  markup`<svg viewBox="0 0 16 16" aria-hidden="true">${new Markup(shapes[shape])}</svg>`;
