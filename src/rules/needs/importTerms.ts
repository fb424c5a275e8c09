/** What an import can recognise, doubt, skip and refuse: names only, never sentences. */

export const warningCodes = [
  // about the workbook
  'sheetNotRead',
  'sheetChosen',
  'columnUnmapped',
  'columnGuessed',
  'columnHidden',
  'codeListRead',
  'phaseTranslated',
  'unitTranslated',
  'costUnitFromText',
  'noteOutside',
  // about a row
  'rowStruck',
  'rowHidden',
  'cellStruck',
  'note',
  'formulaText',
  'formulaNoValue',
  'formulaComputed',
  'cellError',
  'mergedDown',
  'mergedAcross',
  'mojibake',
  'mojibakeLost',
  'titleMissing',
  'textCut',
  'numberTwice',
  'numberTaken',
  'titleTwice',
  'titleExists',
  'phaseMissing',
  'phaseUnknown',
  'phaseGuessed',
  'phaseFromSection',
  'phaseOnlyState',
  'phaseExternal',
  'stateUnknown',
  'closedByState',
  'unitUnknown',
  'unitGuessed',
  'unitSeveral',
  'unitFromSection',
  'unitAmbiguous',
  'concernedUnknown',
  'concernedGuessed',
  'concernedAll',
  'contactUnknown',
  'contactSeveral',
  'contactGuessed',
  'costUnknown',
  'costUnreadable',
  'costUnitUnknown',
  'costUnitGuessed',
  'costPerPiece',
  'costPerYear',
  'costUpperOnly',
  'costLowerOnly',
  'costRemark',
  'costSummed',
  'costSwapped',
  'startUnreadable',
  'startGuessed',
  'startYearOnly',
  'startYearMissing',
  'startYearAssumed',
  'startYearDiffers',
  'startSeveral',
  'legalUnsure',
  'legalByBasis',
  'legalUnreadable',
  'dependsUnknown',
  'dependsUnreadable',
  'dependsOnItself',
  'dependsCircle',
  'maybeExternal',
] as const

export type WarningCode = (typeof warningCodes)[number]

/**
 * One doubt. `column` is the header as written, `text` what the cell says, `meaning` what was made of it,
 * `row` and `rows` workbook rows; `stage` is a stage key of the plan's process.
 */
export type Warning = {
  readonly code: WarningCode
  readonly column?: string
  readonly text?: string
  readonly meaning?: string
  readonly stage?: string
  readonly state?: string
  readonly row?: number
  readonly rows?: number
}

const importRefusals = [
  'notAWorkbook',
  'macros',
  'encrypted',
  'oldFormat',
  'tooLarge',
  'corrupt',
  'noHeader',
  'noSuchSheet',
  'noRows',
] as const

export type ImportRefusal = (typeof importRefusals)[number]

/** What a column of a workbook can hold. */
export const fields = [
  'number',
  'title',
  'unit',
  'need',
  'benefit',
  'stage',
  'state',
  'contact',
  'concerned',
  'cost',
  'costLow',
  'costHigh',
  'costPart',
  'year',
  'start',
  'legal',
  'legalBasis',
  'systems',
  'dependsOn',
  'formerPriority',
  'comment',
] as const
export type Field = (typeof fields)[number]

/** Why a row is no need. */
const skipReasons = ['empty', 'sum', 'section', 'note', 'header', 'noTitle', 'continued'] as const
export type SkipReason = (typeof skipReasons)[number]
