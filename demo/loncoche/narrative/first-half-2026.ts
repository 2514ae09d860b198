import { sectionsOf } from '../narrative.ts'

/** Draft of the report of the first half of 2026. */
export const firstHalf2026 = sectionsOf([
  ['summary', 'Síntesis', `
Al 30 de junio de 2026 el municipio había devengado {{budget/accrued|side=expenditure}}, equivalente a {{budget/execution-rate|side=expenditure}} del presupuesto vigente sin saldo final de caja. El ritmo general es el esperado para la mitad del año; la diferencia con lo programado se explica por las iniciativas de inversión, que ejecutaron {{budget/execution-rate|title=31}} de lo vigente.

Los ingresos percibidos sumaron {{budget/collected|side=income}}. Los permisos de circulación y el impuesto territorial rindieron más que en el mismo período del año anterior, y la caja permite enfrentar los compromisos del segundo semestre siempre que los estados de pago de la costanera se distribuyan según la reprogramación que hoy está en estudio.

Tres obras concentran el saldo de inversión por devengar: la costanera del río Cruces, el edificio consistorial y el recambio de luminarias del Barrio Norte. De ellas, la primera avanza con atraso por causas climáticas y las otras dos dependen de decisiones administrativas que deben cerrarse antes de septiembre.`],
  ['income', 'Ingresos', `
Lo percibido al 30 de junio equivale a {{budget/collection-rate|side=income}} del presupuesto vigente de ingresos sin saldo inicial de caja. En igual fecha de 2025 la proporción era de {{budget/collection-rate|side=income|period=2025-1}}, con una composición muy parecida: el primer semestre recibe los permisos de circulación y la cuota más alta del impuesto territorial.

El Fondo Común Municipal aportó {{budget/collected|account=115-08-03}}. La remesa de mayo volvió a ser la mayor del período, porque recoge la primera cuota del impuesto territorial de todo el país. La estimación anual se mantiene, con una revisión prevista después de conocer la remesa de agosto.

Los permisos de circulación de beneficio municipal alcanzaron {{budget/collected|account=115-03-02-001-001}}, frente a {{budget/collected|account=115-03-02-001-001|period=2025-1}} un año antes. El pago en línea y la atención extendida de marzo evitaron filas y trasladaron a Loncoche vehículos que antes pagaban en comunas vecinas; la modificación de abril ya reconoció ese mayor ingreso.

Por patentes se percibieron {{budget/collected|account=115-03-01-001-001}}. El primer semestre muestra una morosidad semejante a la histórica y la Oficina de Rentas completó en mayo el cruce de declaraciones de capital. El rol del segundo semestre se emitió el primer día hábil de julio y no forma parte de estas cifras.

Las transferencias para gastos de capital llegaron a {{budget/collected|title=13}}. La cuota de la sede social de Molco fue comprometida por resolución, pero su giro se condicionó a la inscripción del comodato, trámite que la Asesoría Jurídica espera terminar en agosto. Por esa razón el proyecto todavía no tiene gasto.

Queda por percibir {{budget/receivable|side=income}}. La mayor parte corresponde a patentes y a saldos de años anteriores que se reconocieron en la apertura. La cobranza de esos saldos rinde menos de lo previsto desde marzo y se propone castigar, previo informe, aquellos cuya acción de cobro ya prescribió.`],
  ['expenditure', 'Gasto por clasificador', `
El gasto en personal avanza conforme a la planilla: {{budget/accrued|title=21}}, es decir {{budget/execution-rate|title=21}} del vigente. Las asignaciones por desempeño se pagan por trimestre y la cuota de julio no está incluida; con ella el subtítulo se situará en torno a lo proporcional al tiempo transcurrido.

En bienes y servicios de consumo se devengaron {{budget/accrued|title=22}} y hay obligaciones por {{budget/committed|title=22}}, porque los contratos anuales de aseo, vigilancia y sistemas se comprometen completos en enero. El consumo eléctrico subió con el invierno y alcanzó {{budget/accrued|account=215-22-05-001}}, cifra que se explica más por tarifa que por kilovatios.

Las transferencias corrientes muestran una ejecución de {{budget/execution-rate|title=24}}, superior a la del resto. No es un desorden: el aporte al Fondo Común por permisos de circulación, de {{budget/accrued|account=215-24-03-090}}, se concentra entre marzo y abril porque sigue a la recaudación, y la mayor parte de las subvenciones se entrega en el primer semestre.

En activos no financieros se devengaron {{budget/accrued|title=29}}. La compra del segundo vehículo de seguridad espera la resolución del fondo regional y la adquisición de equipos para maquinaria fue rebajada en julio, después de comprobar que el arriendo con opción de servicio resulta más conveniente para la temporada.

La inversión devengó {{budget/accrued|title=31}} sobre un vigente de {{budget/in-force|title=31}}. Existe además una obligación por {{budget/committed|title=31}}, de manera que los contratos están firmados y lo que falta es avance físico. El estado de pago de junio de la costanera se registró el 14 de julio y está incluido en la cifra conocida a la fecha de este borrador.`],
  ['areas', 'Gasto por área de gestión', `
La gestión interna ocupa {{budget/share|area=1}} del gasto del semestre y los servicios a la comunidad {{budget/share|area=2}}. Esta última sube frente al año completo anterior porque la costanera se imputa a espacios públicos y porque la temporada de conservación de caminos se adelantó a febrero.

Los programas sociales representan {{budget/share|area=4}}, los recreacionales {{budget/share|area=5}} y los culturales {{budget/share|area=6}}. Las actividades municipales, con {{budget/share|area=3}}, tienen un primer semestre bajo por razones de calendario: las fiestas de aniversario y de Navidad se realizan en la segunda mitad del año.`],
  ['programmes', 'Gasto por programa', `
Aseo, recolección y disposición final devengó {{budget/accrued|programme=201}} y no presenta multas ni suspensiones del servicio. En abril se extendió el recorrido rural a Collimallín y Huellanto sin costo adicional, aprovechando la holgura de toneladas del contrato; la medición de rellenos confirma que el tonelaje se estabilizó.

El programa de agua para sectores rurales ejecutó {{budget/accrued|programme=206}}. La sequía corta de febrero obligó a programar entregas semanales en Cuno y Huiscapi Alto, y el traspaso de junio repuso disponibilidad para el segundo semestre. El catastro identificó por primera vez quién acarrea el agua en cada hogar y por cuántas horas.

En personas mayores se devengaron {{budget/accrued|programme=402}} y en mujeres y equidad de género {{budget/accrued|programme=403}}. DIDECO no ha enviado el detalle de beneficiarias y beneficiarios del segundo trimestre, por lo que este informe no compara cobertura con gasto en esos programas y deja la reserva expresa en sus anexos.

Las escuelas deportivas ejecutaron {{budget/accrued|programme=501}} con monitores en ocho localidades. La multicancha techada La Paz, recibida en junio, permitirá desde agosto un horario estable para la liga femenina, que hasta ahora compartía el gimnasio municipal con los talleres escolares de la tarde.`],
  ['objectives', 'Gasto por objetivo del plan', `
El objetivo de espacios públicos junto al río recibió {{budget/accrued|objective=2.3}}, casi todo por la costanera, y por primera vez supera al de calles, veredas y caminos, que devengó {{budget/accrued|objective=2.2}}. Los dos comparten unidad técnica, lo que explica la sobrecarga de inspección que la Dirección de Obras informó en mayo.

Educación pública de calidad concentra {{budget/accrued|objective=4.1}} en aportes municipales. El traspaso del servicio educativo sigue un calendario nacional que aún no fija fecha para la comuna; mientras no ocurra, este aporte debe mantenerse en el marco presupuestario que se discutirá en octubre con el Concejo.`],
  ['amendments', 'Modificaciones presupuestarias', `
En el período se tramitaron {{budget/amendment-count}} modificaciones, con un aumento neto de {{budget/amended|side=income}}. La primera incorporó el saldo inicial de caja determinado al cierre de 2025, que resultó superior a lo estimado en diciembre; una parte quedó en saldo final como resguardo ante la concentración de pagos del último trimestre.

Las modificaciones de abril crearon las luminarias del Barrio Norte y el segundo tramo de veredas de Balmaceda, y reconocieron la mayor recaudación de permisos. La de mayo incorporó la sede social de Molco. Los traspasos de marzo y junio no cambiaron el total: reasignaron gasto de difusión y estudios hacia maquinaria, agua y ayuda de invierno.`],
  ['debt', 'Deuda', `
La deuda exigible al 30 de junio es de {{budget/payable|side=expenditure}}. Se trata de facturas con menos de treinta días desde su recepción conforme, salvo seis documentos que Finanzas mantenía sin devengar al cerrar el mes y que se declaran como reserva de este informe hasta su regularización.

La deuda flotante de apertura, de {{budget/accrued|account=215-34-07}}, corresponde exactamente a lo devengado y no pagado en 2025 y fue pagada entre enero y marzo. Con ello el plazo medio de pago a proveedores se mantiene dentro de lo que exige la ley de pago oportuno, según el registro de decretos de la Tesorería.`],
  ['limits', 'Límites legales', `
El gasto en personal, comparado con los ingresos propios de los tres años anteriores, llega a {{budget/limit-personnel}} a esta fecha. Como es el gasto de seis meses, no debe compararse sin más con el máximo anual: la Sección de Planificación Económica proyecta el cierre con la planilla de julio y lo informará en la sesión en que se vea el balance del tercer trimestre.

La contrata equivale a {{budget/limit-contract-staff}} del gasto en planta y continúa sobre la referencia legal. Se realizaron dos de los cinco concursos comprometidos; los tres restantes están publicados y deben resolverse en septiembre. Los honorarios a suma alzada se sitúan en {{budget/limit-fees}} y no presentan riesgo en el horizonte del año.

Las subvenciones otorgadas representan {{budget/limit-grants}} del presupuesto. El semestre concentra su entrega y por eso el porcentaje no crecerá de manera relevante hasta diciembre. Dos organizaciones con rendición pendiente quedaron excluidas del llamado, y así lo informó la Dirección de Desarrollo Comunitario en la sesión de mayo.`],
  ['deviations', 'Desviaciones, causas y medidas', `
Costanera del río Cruces. Causa: diecinueve días de lluvia y la crecida del 4 de junio, que suspendió faenas por seis días. Efecto: el avance físico es de {{projects/physical-progress|project=costanera}} cuando debía llegar a {{projects/planned-progress|project=costanera}}. Medida: reprogramación en estudio y evaluación de multa, con respuesta de la inspección técnica comprometida para el 31 de julio.

Edificio consistorial. Causa: cambio del proyecto eléctrico exigido por la distribuidora. Efecto: las terminaciones comienzan dos meses más tarde y el devengado de la obra en el semestre fue de {{budget/accrued|project=consistorial}}. Medida: aumento de plazo sin gastos generales y entrega parcial del módulo de atención en octubre.

Luminarias del Barrio Norte y veredas de Balmaceda, tramo 2. Causa: bases en segunda revisión y una licitación desierta. Efecto: ambas mantienen su disponibilidad reservada, pero sin contrato. Medida: publicación de la primera en julio y segundo llamado de la otra en agosto, con itemizado ajustado a precios de mercado.

Agua de Huiscapi Alto. Causa: objeción técnica por el perfil de demanda y la cotización de bombas. Efecto: se posterga en sesenta días el financiamiento de la conexión de las familias del sector. Medida: respuesta al organismo evaluador antes de fin de mes, con estudio hidrológico complementario ya contratado.`],
  ['plan', 'Plan de desarrollo comunal', `
De los indicadores del plan, {{plan/coverage}} tienen medición aprobada al 30 de junio. Tres mediciones esperan validación de su unidad y seis se informan solo al cierre del año. El avance se calcula con lo aprobado; los valores sin validar aparecen señalados como provisionales y no alteran el resultado de su objetivo.

Agua segura es el objetivo más rezagado: {{plan/indicator-value|indicator=I01}} familias conectadas frente a {{plan/indicator-target|indicator=I01}} comprometidas para el año. En cambio, la enseñanza de mapuzugun mejora frente a junio del año anterior, con {{plan/indicator-value|indicator=I24}} certificaciones, y las organizaciones comunitarias vigentes llegan a {{plan/indicator-value|indicator=I31}}.`],
  ['projects', 'Proyectos', `
La cartera tiene {{projects/count|stage=execution}} iniciativas en ejecución y {{projects/count|stage=tender}} en licitación. La multicancha techada La Paz fue recibida en junio y la calle techada llega a {{projects/physical-progress|project=calle-techada}}, con cobro de multa diaria desde el vencimiento del plazo contractual y recepción prevista para agosto.

El criterio de igualdad de género se aplicó a {{projects/gender-screened}} de la cartera. Dos iniciativas lo tienen como objetivo principal: la multicancha, por su horario y camarines, y el centro diurno de personas mayores, que alivia trabajos de cuidado no remunerado. Los proyectos antiguos se revisarán al actualizar sus fichas.

El skatepark de la estación salió de la cartera en mayo, porque la empresa propietaria del terreno no lo cedió. La unidad formuladora buscará una localización alternativa junto a la oficina de deportes y presentará al Concejo, antes de octubre, una comparación de dos sitios municipales con su costo de habilitación.`],
])
