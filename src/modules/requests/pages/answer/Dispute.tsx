import { formatInstant } from '#kernel'
import { Button, Notice } from '#design'
import { type DraftConflict, type GivenView, type ItemView, viaTitle } from '../../contract.ts'
import { answerText } from '../../items/answer-rule.ts'

const words = (given: GivenView | null, item: ItemView): string => (given && [answerText(given, item.kind, item.measure), given.comment, given.fileName && `archivo ${given.fileName}`].filter(Boolean).join(' · ')) || 'en blanco'

/** Two people wrote the same answer: both words, side by side, and a person chooses. */
export const Dispute = ({ item, mine, conflict, settle, again }: { item: ItemView; mine: GivenView; conflict: DraftConflict; settle: (whose: 'mine' | 'theirs') => void; again: () => void }) => {
  const { theirs, kind } = conflict
  const sent = kind === 'sent'
  return (
    <Notice tone="warning" urgent title={sent ? 'Otra persona ya envió esta respuesta' : 'Otra persona escribió aquí mientras tanto'}>
      <dl className="dispute">
        <div><dt>Lo suyo</dt><dd>{words(mine, item)}</dd></div>
        <div><dt>{sent ? 'Lo enviado' : `Lo guardado${theirs ? `, ${viaTitle[theirs.via]}, ${formatInstant(theirs.savedAt)}` : ''}`}</dt><dd>{words(theirs, item)}</dd></div>
      </dl>
      <div className="actions">
        {sent ? <Button size="compact" onPress={() => { settle('theirs'); again() }}>Dejar lo enviado</Button>
          : <><Button size="compact" onPress={() => settle('mine')}>Dejar lo mío</Button><Button size="compact" onPress={() => settle('theirs')}>Tomar lo guardado</Button></>}
      </div>
      {sent && <p className="small soft">Si lo suyo es lo correcto, pida a la SECPLA que devuelva esa respuesta.</p>}
    </Notice>
  )
}
