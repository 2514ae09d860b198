/** The mark: an S that unspools into the thread under the doors. */
export const Mark = ({ place, href = '/', name = 'Secplan' }: { place?: string; href?: string; name?: string }) => (
  <a className="mark" href={href} aria-label={place ? `${name} ${place}, inicio` : `${name}, inicio`}>
    <svg viewBox="0 0 44 58" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round">
      <path d="M30.5 14.5C29 9.5 13 8.5 13 18c0 9 18 6 18 15.5 0 8.5-13 9.5-18 5" />
      <path className="tail" d="M13 38.5C8 34.5 6.5 41 6.5 46.5c0 7.5 3 11.5 10 11.5H48" strokeWidth="2" />
      <circle cx="31" cy="15.5" r="2.9" fill="currentColor" stroke="none" />
    </svg>
    <span><b>{name}</b> {place && <small>{place}</small>}</span>
  </a>
)
