/** What an installation calls its axes of balance and their classes, and which axes it doesn't look along. */
import { balanceAxes, complexities, natures, pios } from './balance.ts'
import { choice, json, text, yesNo } from './columns.ts'
import { defineList, type DraftOf, type ItemOf } from './list.ts'
import { isObject, isText, LINE } from './shapes.ts'

/** Axes that stand for nothing else, with their classes: an installation may call them what it likes. */
export const namable = { pios, complexity: complexities, nature: natures } as const
export type NamableAxis = keyof typeof namable

/** A name in the languages it is given in. */
export interface OwnName {
  sv?: string
  en?: string
}

/** Names by the key of the class; one that isn't there has its built-in name. */
export type ClassNames = Record<string, OwnName>

const isName = (value: unknown) => value === undefined || (isText(value) && value.length <= LINE)
const areClassNames = (value: unknown): value is ClassNames =>
  isObject(value) &&
  Object.values(value).every((name) => isObject(name) && isName(name.sv) && isName(name.en))

/** A row for each axis that anything is said of; its key is the axis. What initiatives have stored never changes by it. */
export const axisNames = defineList(
  'AxisNames',
  'Balansens axlar',
  {
    /** What the axis is called where nothing is said: whoever opens the list in SharePoint sees which it is. */
    title: text('Inbyggt namn', { required: true }),
    swedish: text('Namn på svenska'),
    english: text('Namn på engelska'),
    axis: choice('Axel', balanceAxes, { required: true }),
    unused: yesNo('Används inte'),
    classes: json(areClassNames)('Klassernas namn'),
  },
  { load: 'route' },
)
export type AxisName = ItemOf<typeof axisNames>
export type AxisNameDraft = DraftOf<typeof axisNames>
