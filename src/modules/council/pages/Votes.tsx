import { counted } from '#kernel'
import { Checkbox, FormDialog, newId, PlaceLink, RadioGroup, Section, StateBadge, TextField, useAct, useMay, Button } from '#design'
import { outcomeTitle } from '../contract.ts'
import { type AgreementDetail, majorityTitle, type PointView, type SessionRecord, type Vote, voteKinds, voteTitle } from '../contract/agenda.ts'
import { lawText } from './words.ts'

const VOTES = voteKinds.map((value) => ({ value, title: voteTitle[value] }))
const NONE = 'none'
/** Who was present. */
export const Attendance = ({ record }: { record: SessionRecord }) => (
  <FormDialog<{ id: string; present: readonly string[] }, object> button={record.attendance ? 'Corregir la asistencia' : 'Anotar la asistencia'} size="compact" title="Asistencia según el acta" action="council/record-attendance" refresh={['council', 'evidence']} done="Asistencia anotada" submit="Guardar" start={() => ({ id: newId(), present: record.attendance?.present ?? record.members.map(({ id }) => id) })} input={({ id, present }) => ({ id, sessionId: record.session.id, present })}>
    {({ values, set }) => <fieldset><legend>Presentes ({values.present.length} de {record.members.length}; quórum {record.quorum.needed})</legend>{record.members.map(({ id, name }) => <Checkbox key={id} checked={values.present.includes(id)} onChange={(on) => set({ present: on ? [...values.present, id] : values.present.filter((one) => one !== id) })}>{name}</Checkbox>)}</fieldset>}
  </FormDialog>
)
type Draft = { id: string; number: string; title: string; votes: Readonly<Record<string, Vote>>; casting: 'for' | 'against' | 'none' }
/** The vote of each councillor on a point; the outcome is worked out by the rule of its matter. */
export const RecordVote = ({ record, point }: { record: SessionRecord; point: PointView }) => {
  const voters = record.attendance ? record.members.filter(({ id }) => record.attendance?.present.includes(id)) : record.members
  const tie = (votes: Draft['votes']): boolean => { const all = Object.values(votes); const yes = all.filter((one) => one === 'for').length; return yes > 0 && yes === all.filter((one) => one === 'against').length }
  return (
    <FormDialog<Draft, object> button="Anotar la votación" icon="add" kind="plain" size="compact" wide title={`Votación de «${point.title}»`} action="council/record-vote" refresh={['council', 'evidence', 'home']} done="Acuerdo anotado" submit="Anotar el acuerdo" reason={record.attendance ? undefined : 'Anote antes la asistencia'}
      start={() => ({ id: newId(), number: '', title: point.title, votes: Object.fromEntries(voters.map(({ id }) => [id, 'for' as Vote])), casting: NONE })} input={({ votes, casting, ...values }) => ({ ...values, sessionId: record.session.id, pointId: point.id, votes: Object.entries(votes).map(([personId, vote]) => ({ personId, vote })), casting: casting === NONE || !tie(votes) ? null : casting })}>
      {({ values, set, error }) => (
        <>
          <p className="small">Requiere <b>{majorityTitle[point.matter.majority]}</b> (Ley 18.695, artículo {point.matter.article}). {point.standing === 'late' || point.standing === 'waiting' || point.standing === 'missed' || point.standing === 'empty' ? 'No consta que todos los concejales hayan recibido los antecedentes en plazo.' : ''}</p>
          <TextField label="Número del acuerdo" name="number" value={values.number} onChange={(number) => set({ number })} error={error('number')} required />
          <TextField label="Qué se acordó" name="title" lines={2} value={values.title} onChange={(title) => set({ title })} error={error('title')} required />
          <div className="vote-lines">{voters.map(({ id, name }) => <RadioGroup key={id} label={name} value={values.votes[id] ?? 'for'} onChange={(vote) => set({ votes: { ...values.votes, [id]: vote } })} choices={VOTES} />)}</div>
          {tie(values.votes) && <RadioGroup label="Empate: voto dirimente de quien preside" help={`${record.laws.tie.text} ${lawText(record.laws.tie)}`} value={values.casting} onChange={(casting) => set({ casting })} choices={[{ value: 'none', title: 'No se ha dirimido' }, { value: 'for', title: 'A favor' }, { value: 'against', title: 'En contra' }]} />}
        </>
      )}
    </FormDialog>
  )
}
const Certificate = ({ agreement }: { agreement: AgreementDetail }) => {
  const may = useMay('council.record')
  const act = useAct<{ agreement: string; act: string }>('council/certify-agreement', { refresh: ['council', 'correspondence', 'evidence', 'home'], done: 'Certificado en borrador' })
  const alive = agreement.certificates.filter(({ state }) => state !== 'annulled' && state !== 'deleted')
  if (alive.length > 0) return <>{alive.map((one) => <span key={one.id}>Certificado: <PlaceLink href={one.href}>{one.title}</PlaceLink></span>)}</>
  return may ? <Button size="compact" kind="plain" busy={act.running} onPress={() => void act.run({ agreement: agreement.id, act: newId() })}>Preparar el certificado</Button> : <span className="soft">sin certificado</span>
}
/** Agreements of the session, each with the vote of every councillor and its certificate. */
export const AgreementList = ({ record }: { record: SessionRecord }) => (
  <Section id="acuerdos" title="Acuerdos" aside={counted(record.agreements.length, 'acuerdo', 'acuerdos')}>
    {record.agreements.length === 0 && <p className="soft">{record.state === 'called' ? 'Se anotan cuando la sesión se celebra.' : 'No hay acuerdos anotados.'}</p>}
    {record.agreements.map((one) => (
      <article key={one.id} id={`acuerdo-${one.id}`} className="request-card">
        <h3>Acuerdo N.º {one.number} <StateBadge tone={one.outcome === 'approved' ? 'good' : 'bad'}>{outcomeTitle[one.outcome].toLowerCase()}</StateBadge></h3>
        <p>{one.title}</p>
        {one.votes.length > 0 ? <p className="small soft">{voteKinds.flatMap((kind) => { const names = one.votes.filter(({ vote }) => vote === kind).map(({ person }) => person.name); return names.length > 0 ? [`${voteTitle[kind]}: ${names.join(', ')}`] : [] }).join('. ')}. Requería {one.rule}.{one.casting && ` Dirimió quien presidía, ${one.casting === 'for' ? 'a favor' : 'en contra'}.`}</p>
          : <p className="small soft">{one.votesFor === null ? 'El voto de cada concejal no está anotado.' : `${one.votesFor} a favor, ${one.votesAgainst ?? 0} en contra, ${counted(one.abstentions ?? 0, 'abstención', 'abstenciones')}.`}</p>}
        <div className="council-bar small"><Certificate agreement={one} /></div>
      </article>
    ))}
  </Section>
)
