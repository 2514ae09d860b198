import type { SupplierFact } from '../facts.ts'
import { inventedRut } from './people.ts'

/** Invented firms by what they sell. The first word says the trade, the second is a name of no real firm known to us. */
const trades: readonly (readonly [activity: string, prefix: string, names: string])[] = [
  ['Construcción de obras civiles', 'Constructora', 'Calafquén|Los Notros del Cruces|Puyehue Alto|Rayén Mapu|Cordillera Nahuel|Tres Esteros'],
  ['Ingeniería y consultoría', 'Consultora', 'Territorio Lafken|Huella Sur Estudios|Ribera Norte Ingenieros|Kimün Proyectos|Trazo Austral'],
  ['Electricidad y alumbrado', 'Eléctrica', 'Luz de Huiscapi|Faro del Valle|Pewén Energía|Nocturna Sur'],
  ['Distribución de electricidad', 'Distribuidora Eléctrica', 'Valle del Cruces'],
  ['Distribución de agua potable', 'Sanitaria', 'Aguas del Donguil'],
  ['Telecomunicaciones', 'Telecomunicaciones', 'Red Pilmaiquén|Señal Austral Loncoche'],
  ['Recolección de residuos', 'Servicios Ambientales', 'Ruka Limpia|Disposición Final Los Boldos'],
  ['Combustibles', 'Estación de Servicio', 'La Paz de Loncoche|Cruce Huiscapi|Camino a Villarrica'],
  ['Ferretería y materiales', 'Ferretería', 'El Mañío|Don Segundo|Los Coigües|La Trocha|Nueva Huiscapi|El Estribo|Bulnes 700'],
  ['Áridos y movimiento de tierra', 'Áridos', 'Molco|Río Donguil|Pedregal Sur|Quebrada Honda'],
  ['Arriendo de maquinaria', 'Maquinarias', 'Collimallín|Tranque Viejo|Los Robles de Cuno|Manhue'],
  ['Transporte', 'Transportes', 'Nancahue|Huellanto|La Estación Sur|Los Tilos de Ñuble|Afunalhue'],
  ['Librería y oficina', 'Librería', 'El Tintero de Bulnes|Punto y Aparte Sur|Cuaderno Nuevo|Estafeta'],
  ['Informática', 'Informática', 'Bit del Sur|Nube Calafquén|Pukará Sistemas|Cuatro Nodos|Tecno Trafún'],
  ['Alimentos', 'Distribuidora', 'La Despensa de Loncoche|San Nicanor|Granero Viejo|Los Canelos Abarrotes|Huerta Mapu'],
  ['Panadería y banquetería', 'Banquetería', 'Doña Ester|Mesa Larga|Rincón de Nilcahuín|La Cocina de Elba'],
  ['Imprenta y publicidad', 'Imprenta', 'Tres Tintas|Volcán Gráfico|La Linotipia del Sur'],
  ['Radio y difusión', 'Radiodifusora', 'Voz del Cruces|Trawün Comunicaciones'],
  ['Eventos y amplificación', 'Producciones', 'Escenario Sur|Tres Fogones|La Tarima|Cultrún Eventos|Noche de Feria'],
  ['Vestuario y calzado', 'Confecciones', 'La Aguja de Plata|Telar Mapu|Punto Firme'],
  ['Aseo y jardinería', 'Servicios', 'Verde Coihue|Orden y Brillo Sur|Jardines de La Paz'],
  ['Seguridad y vigilancia', 'Seguridad', 'Centinela del Valle|Ronda Austral'],
  ['Talleres mecánicos', 'Taller Mecánico', 'Hermanos Poblete Lican|El Diferencial|Diésel Donguil|Frenos La Trocha'],
  ['Neumáticos y repuestos', 'Repuestos', 'Eje Sur|La Bujía|Rodado Firme'],
  ['Seguros', 'Corredora de Seguros', 'Amparo Austral|Paraguas Sur'],
  ['Servicios veterinarios', 'Clínica Veterinaria', 'Huella Amiga|Patitas del Cruces'],
  ['Capacitación', 'Capacitación', 'Aula Pública Sur|Norma y Gestión|Saberes Municipales'],
  ['Servicios médicos y sociales', 'Centro', 'Terapéutico Antü|Cuidado Cercano|Integral Newen'],
  ['Deportes', 'Deportes', 'Cancha Viva|La Pichanga|Medio Tiempo'],
  ['Agrícola y veterinaria', 'Agrícola', 'Semilla Nueva|El Surco|Ganadera Trafún|Los Trigales de Huaqui|Vivero Ñielol Chico'],
  ['Señalización vial', 'Señales', 'Ruta Clara|Vía Segura Sur'],
  ['Mobiliario', 'Muebles', 'Raulí y Lenga|Carpintería Huellanto|La Viruta'],
  ['Áreas verdes y juegos', 'Equipamiento Urbano', 'Plaza Nueva|Juego Limpio|Banco y Farol'],
  ['Arriendo de inmuebles', 'Inmobiliaria', 'Casa Bulnes|Los Aromos de Loncoche'],
  ['Servicios financieros', 'Recaudadora', 'Pago Cercano|Caja Sur'],
  ['Gas y leña', 'Combustibles', 'Gas del Llano|Leña Seca Collico|Leñas Certificadas Antileo'],
  ['Agua envasada y aljibes', 'Transporte de Agua', 'Manantial Molco|Aljibes del Sur|Vertiente Cuno'],
  ['Editorial y libros', 'Libros', 'Página Mapu|Estante Sur'],
]
const cities = ['Loncoche', 'Loncoche', 'Loncoche', 'Villarrica', 'Temuco', 'Lanco', 'Valdivia', 'Gorbea', 'Pitrufquén', 'Santiago']
const forms = ['SpA', 'Ltda.', 'SpA', 'EIRL', 'S.A.']

export const suppliers: readonly SupplierFact[] = trades.flatMap(([activity, prefix, names], trade) =>
  names.split('|').map((name, order): SupplierFact => {
    const index = trade * 7 + order * 3
    return { rut: inventedRut(44_000_000 + trade * 61_013 + order * 7_919), name: `${prefix} ${name} ${forms[index % forms.length]}`, kind: 'company', activity, city: cities[index % cities.length] ?? 'Loncoche' }
  }),
)

/** RUTs of the firms of a trade. Throws when the trade does not exist: a slip of the tables. */
export const firmsOf = (activity: string): readonly string[] => {
  const found = suppliers.filter((supplier) => supplier.activity === activity).map((supplier) => supplier.rut)
  if (found.length === 0) throw new RangeError(`No supplier of ${activity}`)
  return found
}
export const firmNamed = (part: string): string => {
  const found = suppliers.find((supplier) => supplier.name.includes(part))
  if (!found) throw new RangeError(`No supplier named ${part}`)
  return found.rut
}
