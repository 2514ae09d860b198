export type ChartTheme = 'light' | 'dark' | 'print'

/** Colours of a drawing, from the design tokens (ink, lines, categories 1–8, sequence «bosque»), one set per theme. */
export type Palette = {
  readonly ink: string
  readonly inkSoft: string
  readonly surface: string
  readonly line: string
  readonly axis: string
  readonly categories: readonly string[]
  /** Text in the colour of a series: contrast of 4.5 or more on the surface. */
  readonly categoryText: readonly string[]
  readonly sequence: readonly string[]
}

const paperCategories = ['#2A5C54', '#CC7828', '#159CD8', '#611985', '#7E6400', '#4461C8', '#54132B', '#808782']
const paperText = ['#2A5C54', '#A05C19', '#357293', '#611985', '#7E6400', '#4461C8', '#54132B', '#666D68']
const paperSequence = ['#DCE8E0', '#BDD8CA', '#96C1AF', '#6AA691', '#3A836F', '#16604F', '#083B31']

export const palettes: Record<ChartTheme, Palette> = {
  light: { ink: '#13211B', inkSoft: '#3F4E47', surface: '#FFFFFF', line: '#DAE1DA', axis: '#13211B', categories: paperCategories, categoryText: paperText, sequence: paperSequence },
  dark: {
    ink: '#EAF0EC', inkSoft: '#B9C6BF', surface: '#151E1A', line: '#29352F', axis: '#EAF0EC',
    categories: ['#68C39C', '#F3953D', '#C1F6FA', '#994F9C', '#647228', '#4D8FE8', '#FDA0F3', '#878B89'],
    categoryText: ['#68C39C', '#F3953D', '#C1F6FA', '#B96DBC', '#819047', '#4D8FE8', '#FDA0F3', '#878B89'],
    sequence: ['#1B2B25', '#1F4238', '#285E4F', '#3A7E6A', '#5BA189', '#8CC5AE', '#CBE9DB'],
  },
  print: { ink: '#000000', inkSoft: '#222222', surface: '#FFFFFF', line: '#BBBBBB', axis: '#000000', categories: paperCategories, categoryText: paperText, sequence: paperSequence },
}
