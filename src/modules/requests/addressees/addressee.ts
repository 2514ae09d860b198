import type { Day } from '#kernel'

export type HeldOffice = { readonly personId: string; readonly role: string; readonly title: string; readonly unitId: string | null; readonly startsOn: Day; readonly endsOn: Day | null; readonly substitute: boolean }
export type Absence = { readonly personId: string; readonly deputyId: string; readonly startsOn: Day; readonly endsOn: Day }
export type Addressee = { readonly personId: string | null; readonly post: string; readonly deputy: boolean; readonly absentPost: string }

/** Who of a unit is asked: its head before its professionals. A role that is not here comes last. */
const HEADS = ['planning_director', 'finance', 'works', 'community', 'control', 'legal', 'clerk', 'city_manager', 'education', 'health', 'security', 'unit_requester', 'urban_adviser', 'planning_section_head', 'planning_analyst']
/** These do not answer for a unit: they are asked by other ways. */
const NOT_ASKED = new Set(['mayor', 'councillor', 'civil_council', 'admin_tech', 'dpo'])
const rank = (role: string): number => (HEADS.includes(role) ? HEADS.indexOf(role) : HEADS.length)
const inForce = (term: { readonly startsOn: Day; readonly endsOn: Day | null }, on: Day): boolean => term.startsOn <= on && (term.endsOn === null || term.endsOn >= on)

const first = (offices: readonly HeldOffice[]): HeldOffice | undefined =>
  [...offices].sort((a, b) => rank(a.role) - rank(b.role) || (a.startsOn < b.startsOn ? -1 : 1) || (a.personId < b.personId ? -1 : 1))[0]

/**
 * Whom a request of a unit goes to on a day: the substitute by decree when there is one, else the head, else the deputy named for the
 * absence of the head. A deputy is found even when deputies are absent in turn; a circle ends where it began. Without any office, nobody:
 * the post is the unit itself.
 */
export const addresseeOf = (unitId: string, offices: readonly HeldOffice[], absences: readonly Absence[], on: Day): Addressee => {
  const held = offices.filter((office) => inForce(office, on) && !NOT_ASKED.has(office.role))
  const own = held.filter((office) => office.unitId === unitId)
  const head = first(own.filter(({ substitute }) => !substitute))
  const substitute = first(own.filter((office) => office.substitute && (!head || rank(office.role) <= rank(head.role))))
  const chosen = substitute ?? head
  if (!chosen) return { personId: null, post: 'Jefatura de la unidad', deputy: false, absentPost: '' }
  const postOf = (office: HeldOffice): string => `${office.title}${office.substitute ? ' (S)' : ''}`
  const seen = new Set<string>()
  let person = chosen.personId
  for (;;) {
    if (seen.has(person)) return { personId: chosen.personId, post: postOf(chosen), deputy: false, absentPost: '' }
    seen.add(person)
    const away = absences.find((absence) => absence.personId === person && inForce(absence, on))
    if (!away) break
    person = away.deputyId
  }
  if (person === chosen.personId) return { personId: person, post: postOf(chosen), deputy: substitute !== undefined && head !== undefined && head.personId !== person, absentPost: substitute && head ? head.title : '' }
  const deputy = first(held.filter(({ personId }) => personId === person))
  return { personId: person, post: deputy ? postOf(deputy) : 'Subrogante', deputy: true, absentPost: postOf(chosen) }
}
