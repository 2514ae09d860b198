import { PageTitle, Tabs, useAddressParam } from '#design'
import '../parts/budget.css'
import { Certificates } from './Certificates.tsx'
import { StepForm } from './StepForm.tsx'
import { steps } from './steps.ts'

/** Forms of the steps of the budget, one at a time; the step and the line are in the address. */
const RegisterPage = () => {
  const [line] = useAddressParam('linea')
  return (
    <>
      <PageTitle title="Registrar" lead="Cada paso se apoya en el anterior: certificado, obligación, devengo y pago en los gastos; devengo y percepción en los ingresos." />
      <Tabs label="Paso" param="paso" items={[
        { id: 'certificado', title: 'Certificado', content: <Certificates line={line} /> },
        ...steps.map((step) => ({ id: step.key, title: step.title, content: <StepForm key={step.key} step={step} /> })),
      ]} />
    </>
  )
}
export default RegisterPage
