import { ProblemView, useSession } from '#design'
import { SignInForm, useSignIn } from './SignInForm.tsx'

/** Accounts of the demonstration: one press enters with each office. */
const DemoAccounts = () => {
  const { demoAccounts = [], communes, commune } = useSession()
  const signIn = useSignIn()
  if (demoAccounts.length === 0) return null
  const place = commune?.code ?? communes[0]?.code ?? ''
  return (
    <section aria-labelledby="demo-title">
      <h2 id="demo-title">Entrar a la demostración</h2>
      <p className="soft small">Cifras públicas reales; personas y movimientos de demostración. Cada cargo ve y puede cosas distintas.</p>
      {signIn.problem && <ProblemView problem={signIn.problem} />}
      <ul className="demo-accounts">
        {demoAccounts.map(({ email, name, office, password }) => (
          <li key={email}><button type="button" disabled={signIn.running} onClick={() => void signIn.run({ commune: place, email, password })}><b>{name}</b><small>{office}</small><span className="enter">Entrar</span></button></li>
        ))}
      </ul>
    </section>
  )
}

/** The entrance. The address asked for stays, and opens once inside. */
const SignInPage = () => {
  const { commune } = useSession()
  return (
    <div className="entrance">
      <div>
        <h1>{commune ? commune.municipality : 'Secplan'}</h1>
        <p className="entrance-lead">Del objetivo del plan al decreto de pago, y del decreto al informe que recibe el Concejo.</p>
        <SignInForm />
      </div>
      <DemoAccounts />
    </div>
  )
}
export default SignInPage
