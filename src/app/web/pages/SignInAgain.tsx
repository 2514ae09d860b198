import { Dialog } from '#design'
import { SignInForm } from './SignInForm.tsx'

/** The session ended while someone worked: the page behind stays as it was. */
const SignInAgain = ({ onDone }: { onDone: () => void }) => (
  <Dialog title="Su sesión terminó" open onClose={() => undefined} alert>
    <p className="soft">Por seguridad se cierra tras un tiempo sin uso. Lo que escribió sigue aquí: entre de nuevo y repita la última acción.</p>
    <div className="dates-dialog"><SignInForm onDone={onDone} /></div>
  </Dialog>
)
export default SignInAgain
