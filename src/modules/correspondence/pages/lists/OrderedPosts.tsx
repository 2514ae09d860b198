import { Button, ComboBox } from '#design'

type Post = { readonly key: string; readonly title: string }

/** Posts in their order: added at the end, moved up, taken out. */
export const OrderedPosts = ({ label, help, posts, value, onChange, ordered }: { label: string; help?: string; posts: readonly Post[]; value: readonly string[]; onChange: (next: string[]) => void; ordered: boolean }) => {
  const titleOf = (key: string) => posts.find((post) => post.key === key)?.title ?? key
  const up = (at: number) => { const next = [...value]; const [one] = next.splice(at, 1); if (one) next.splice(at - 1, 0, one); onChange(next) }
  const Tag = ordered ? 'ol' : 'ul'
  return (
    <div className="field" role="group" aria-label={label}>
      <span className="label">{label}</span>
      {help && <p className="field-help">{help}</p>}
      <Tag className="posts">
        {value.map((key, at) => (
          <li key={key}>{titleOf(key)} {ordered && at > 0 && <Button kind="plain" size="compact" icon="up" label={`Subir ${titleOf(key)}`} onPress={() => up(at)} />}<Button kind="plain" size="compact" icon="close" label={`Quitar ${titleOf(key)}`} onPress={() => onChange(value.filter((one) => one !== key))} /></li>
        ))}
      </Tag>
      {value.length === 0 && <p className="faint">– ninguno</p>}
      <ComboBox label={`Agregar a ${label.toLowerCase()}`} value={null} onChange={(key) => { if (key && !value.includes(key)) onChange([...value, key]) }} choices={posts.filter(({ key }) => !value.includes(key)).map(({ key, title }) => ({ value: key, title }))} />
    </div>
  )
}
