/** What is said of the axes of balance where an installation names them, in English. */
import { axisNames } from '#src/lists/axisNames.ts'
import { balanceAxes, measures } from '#src/lists/balance.ts'
import type { sentences as swedish } from '../sv/axes.ts'

export const sentences = {
  'axes.title': 'Axes of balance',
  'axes.about':
    'What the balance of the portfolio, the corridors and the scenarios look along. PiOS, Complexity and Nature are set on each initiative and may be called what you call them: the names then stand wherever the axis and its classes are shown. The other axes have their names from the initiative’s own details. An axis that is not used is not asked for and cannot be chosen; what is already set stays, and comes back when the axis is used again. In SharePoint the built-in names stand.',
  'axes.axis': 'Axis',
  'axes.classes': 'Classes',
  'axes.used': 'Used',
  'axes.builtIn': 'built-in name: {name}',
  'axes.ofInitiative': 'as on the initiative',
  'axes.nameOf': 'Name of the axis, built-in {name}',
  'axes.classOf': 'The class {name}',
  'axes.sv': 'In Swedish',
  'axes.en': 'In English',
  'axes.empty':
    'Empty: the built-in name. A name in one of the languages is shown in both until the other is written.',
  'axes.isUsed': 'The axis is used',
  'axes.held':
    '{count} {count|corridor looks|corridors look} along the axis and {count|holds|hold} also while it is not used: {titles}.',
  'axes.builtInAgain': 'Take back the built-in names',
  'axes.fault.notNamable': 'The axis has its name from the initiative’s own details.',
  'axes.fault.axisTwice': 'Another axis has that name. Choose another name for the axis.',
  'axes.fault.classTwice': 'Two classes cannot have the same name. Choose another name for one of them.',
  'axes.fault.tooFew':
    'Balance needs at least two axes. Let this one be used, or take another into use first.',
  'axes.notRead': 'The organisation’s own names of the axes could not be read. The built-in ones are shown.',
  'axes.unread': 'The names could not be read just now.',
} satisfies Record<keyof typeof swedish, string>

export const sets = [
  [
    balanceAxes,
    {
      pios: 'PiOS',
      complexity: 'Complexity',
      nature: 'Nature',
      legal: 'Legal requirement',
      scope: 'Scope',
      type: 'Type of initiative',
      unit: 'Unit',
      portfolio: 'Portfolio',
      stage: 'Stage',
    },
  ],
  [measures, { kr: 'Kronor', count: 'How many' }],
] as const

export const forms = [axisNames]
