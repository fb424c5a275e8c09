/** The columns every list has beside its own; three of them are labelled "Title". */

type Builtin = {
  name: string
  displayName: string
  group?: string
  readOnly?: boolean
  facet: Record<string, unknown>
}

const text = {
  text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
}
const dateTime = { dateTime: { displayAs: 'default', format: 'dateTime' } }
const person = {
  personOrGroup: {
    allowMultipleSelection: false,
    chooseFromType: 'peopleOnly',
    displayAs: 'nameWithPresence',
  },
}
const lookup = { lookup: { allowMultipleValues: false, allowUnlimitedLength: false } }

/** As recorded from a generic list; names of the compliance columns included. */
const builtins: Builtin[] = [
  { name: 'LinkTitleNoMenu', displayName: 'Title', readOnly: true, facet: {} },
  { name: 'LinkTitle', displayName: 'Title', readOnly: true, facet: {} },
  { name: '_ComplianceFlags', displayName: 'Label setting', readOnly: true, facet: lookup },
  { name: '_ComplianceTag', displayName: 'Retention label', readOnly: true, facet: lookup },
  {
    name: '_ComplianceTagWrittenTime',
    displayName: 'Retention label Applied',
    readOnly: true,
    facet: lookup,
  },
  { name: '_ComplianceTagUserId', displayName: 'Label applied by', readOnly: true, facet: lookup },
  { name: '_IsRecord', displayName: 'Item is a Record', readOnly: true, facet: {} },
  {
    name: 'ID',
    displayName: 'ID',
    readOnly: true,
    facet: { number: { decimalPlaces: 'automatic', displayAs: 'number' } },
  },
  { name: 'ContentType', displayName: 'Content Type', group: '_Hidden', facet: text },
  { name: 'Modified', displayName: 'Modified', readOnly: true, facet: dateTime },
  { name: 'Created', displayName: 'Created', readOnly: true, facet: dateTime },
  { name: 'Author', displayName: 'Created By', readOnly: true, facet: person },
  { name: 'Editor', displayName: 'Modified By', readOnly: true, facet: person },
  { name: '_UIVersionString', displayName: 'Version', readOnly: true, facet: text },
  { name: 'Attachments', displayName: 'Attachments', facet: { boolean: {} } },
  { name: 'Edit', displayName: 'Edit', readOnly: true, facet: {} },
  { name: 'DocIcon', displayName: 'Type', readOnly: true, facet: {} },
  { name: 'ItemChildCount', displayName: 'Item Child Count', readOnly: true, facet: lookup },
  { name: 'FolderChildCount', displayName: 'Folder Child Count', readOnly: true, facet: lookup },
  { name: 'AppAuthor', displayName: 'App Created By', readOnly: true, facet: lookup },
  { name: 'AppEditor', displayName: 'App Modified By', readOnly: true, facet: lookup },
]

/** Ids are the same in every list of every site, made from the name. */
export const builtinColumns: Record<string, unknown>[] = builtins.map((column, index) => ({
  columnGroup: column.group ?? 'Base Columns',
  description: '',
  displayName: column.displayName,
  enforceUniqueValues: false,
  hidden: false,
  id: `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
  indexed: column.name === 'ID',
  name: column.name,
  readOnly: column.readOnly ?? false,
  required: false,
  ...column.facet,
}))

/** Names of `fields` that nobody may write. */
export const readOnlyFields = new Set([
  ...builtins.filter(({ readOnly }) => readOnly).map(({ name }) => name),
  'Attachments',
  'AuthorLookupId',
  'EditorLookupId',
  'AppAuthorLookupId',
  'AppEditorLookupId',
  'id',
])
