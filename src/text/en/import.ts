/** What the import page says, in English: the same keys and `{places}` as in Swedish. */
import type { sentences as sv } from '../sv/import.ts'

export const sentences = {
  'import.title': 'Import needs',
  'import.intro':
    'Choose the Excel file you use today. You will see every row, how it is understood and what is unclear, before anything is saved.',
  'import.choose': 'Choose a file',
  'import.dropHere': 'or drop the file here',
  'import.reading': 'Reading {file} …',
  'import.portfolio': 'Portfolio',
  'import.sheet': 'Sheet',
  'import.mapping': 'Columns',
  'import.mappingHelp': 'The headings in the file and how they are read. Change any that are wrong.',
  'import.column': 'Column in the file',
  'import.sample': 'Example',
  'import.readAs': 'Read as',
  'import.ignore': 'Kept only in the original row',
  'import.rows': 'Rows',
  'import.row': 'Row',
  'import.warnings': 'To check',
  'import.doubles': 'May be the same need',
  'import.doublesHelp':
    'The rows are imported all the same. Link or merge them afterwards on the pages of the needs.',
  'import.comparing': 'Comparing {done} of {total} …',
  'import.isLike': 'is similar to',
  'import.doublesMore': 'And {count} more. They are on the pages of the needs after the import.',
  'import.doubts': 'About the file',
  'import.skipped': 'Skipped',
  'import.onlyWarnings': 'Show only rows to check ({count})',
  'import.summary': '{create} new needs, {same} already here, {warnings} rows to check',
  'import.go': 'Import {count} {count|need|needs}',
  'import.nothing': 'Every row in the file is already in the portfolio.',
  'import.progress': 'Saving {done} of {total} …',
  'import.finished': '{created} needs have been imported, {existed} were already here.',
  'import.toPortfolio': 'Go to the portfolio',
  'import.again': 'Read another file',
  'import.notAllowed':
    'Importing is done by the system administrator. You can read the file here and see how it is understood, but not save it.',
  'import.stopped':
    'The import stopped after {done} of {total} {total|row|rows}. Nothing has been doubled: try again and it will carry on from there.',
  'import.oneFile': 'Drop one file at a time.',
  'import.unreadable': 'The file could not be opened. Close it in other programs and choose it again.',
  'import.broken':
    'The file could not be interpreted. Save a new copy in Excel as an Excel workbook (.xlsx) and try again.',
  'import.slow':
    'The file took too long to read. Remove sheets you do not need, or split the file, and try again.',
  'import.noPortfolio': 'There is no portfolio to import into. Ask the system administrator to add one.',
  'import.mappingCount': '{mapped} of {total} {total|column|columns} are read',
  'import.unsure': 'Uncertain reading',
  'import.happens': 'What happens',
  'import.toCheck': '{count} to check',
  'import.noneToCheck': 'No rows to check.',
  'import.waiting':
    'The server is not answering right now. {done} of {total} {total|row|rows} have been saved; the rest will be saved by itself when it is possible again. Leave this page open.',
  'import.recent': 'Latest imports',
  'import.batch': '{name} into {portfolio}: {count} {count|need|needs}',
  'import.undo': 'Undo the import',
  'import.undoThis': 'Undo the import {name}',
  'import.undoSure':
    '{count} needs are taken out of the portfolio, but for those that somebody has worked with. The file can be read in again.',
  'import.undoYes': 'Yes, undo',
  'import.undoNo': 'Keep them',
  'import.undoing': 'Taking back {done} of {total} …',
  'import.undone':
    'The import is undone: {count} {count|need is|needs are} removed. The file may be read in again.',
  'import.undoneSome':
    'The import is undone: {count} {count|need is|needs are} removed. {kept} {kept|stays|stay}, because somebody has worked with them.',
  'import.undoWaiting':
    'The server doesn’t answer. {done} of {total} have been looked at; try again in a while, nothing is done twice.',
  'import.undoStopped': 'The undoing stopped after {done} of {total} {total|row|rows}.',
  'import.keptList': 'Still there ({count})',
  'import.kept.other': 'belongs to another import',
  'import.kept.decided': 'it has been decided about',
  'import.kept.used': 'it has costs, benefits, reports or something that waits for it',
  'import.kept.changed': 'somebody has changed it',
  'import.pause': 'Pause',
  'import.resume': 'Go on',
  'import.paused':
    'Paused after {done} of {total} {total|row|rows}. What is saved is saved; go on when you like.',
  'import.paste': 'Or paste rows from Excel (Ctrl+V), with the header row first.',
  'import.pasted': 'Pasted rows',
  'import.pastedNothing':
    'What was pasted holds no table. Select the header row and the rows in Excel, copy and paste here.',
} satisfies Record<keyof typeof sv, string>
