const shapes = {
  print: 'M4.5 6V1.5h7V6M4.5 12H2V6.2h12V12h-2.5M4.5 9.5h7v5h-7z',
  add: 'M8 2.5v11M2.5 8h11',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  check: 'M3 8.5l3.2 3L13 4.5',
  search: 'M7 12.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM11 11l3.5 3.5',
  warning: 'M8 1.8 14.8 14H1.2L8 1.8ZM8 6.2v3.6M8 12v.1',
  info: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM8 7.3v4M8 4.7v.1',
  download: 'M8 1.8v8.4M4.6 7 8 10.4 11.4 7M2.2 13.6h11.6',
  upload: 'M8 10.4V2M4.6 5.2 8 1.8l3.4 3.4M2.2 13.6h11.6',
  edit: 'M2.2 13.8l.8-3.4 8-8 2.6 2.6-8 8-3.4.8ZM9.4 4l2.6 2.6',
  document: 'M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M5.5 8h5M5.5 10.5h5',
  comment: 'M2 2.5h12v8.5H7.5L4.5 14v-3H2z',
  calendar: 'M2 3.5h12v10.5H2zM2 6.7h12M5 1.6v3M11 1.6v3',
  left: 'M10 3 5 8l5 5',
  right: 'M6 3l5 5-5 5',
  up: 'M3 10l5-5 5 5',
  down: 'M3 6l5 5 5-5',
  sort: 'M5 6.5 8 3.5l3 3M5 9.5l3 3 3-3',
  undo: 'M5.5 3 2.5 6l3 3M2.8 6H9a4 4 0 0 1 0 8H6',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  person: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.5 14.2c.4-3 2.6-4.4 5.5-4.4s5.1 1.4 5.5 4.4',
  link: 'M6.5 9.5l3-3M7 4.5l1.3-1.3a3 3 0 0 1 4.5 4.3L11.5 9M9 11.5l-1.3 1.3a3 3 0 0 1-4.5-4.3L4.5 7',
} as const

export type IconName = keyof typeof shapes

/** A 16 px drawing of one line. Always beside a word, or inside a control that has an accessible name. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 16 16" aria-hidden="true"><path d={shapes[name]} /></svg>
)
