/** The library's row of a file: what is kept about it beside its content. */
import { type Call, ok, type Reply } from '../call.ts'
import { openFile } from '../drivePlace.ts'
import { notFound } from '../errors.ts'
import type { FileRow } from '../fileStore.ts'
import { itemShape } from '../itemShape.ts'
import { readOptions } from '../query.ts'
import { level, type Level, type List, type Site } from '../rights.ts'
import { fieldsReply } from './items.ts'

function openRow(call: Call, needed: Level = level.read): { site: Site; list: List; item: FileRow } {
  const { site, list, file } = openFile(call, needed)
  if (!file) throw notFound()
  return { site, list, item: file }
}

/** https://learn.microsoft.com/graph/api/resources/driveitem (relationships) */
export function getListItem(call: Call): Reply {
  const { site, list, item } = openRow(call)
  const options = call.options.expand.size > 0 ? call.options : readOptions([['$expand', 'fields']])
  return ok(itemShape(call, site, list, { options }).item(item))
}

export function getFileFields(call: Call): Reply {
  const { site, list, item } = openRow(call)
  const select = call.options.select ? [['$select', call.options.select.join(',')] as [string, string]] : []
  const options = readOptions([])
  options.expand.set('fields', readOptions(select))
  return ok(itemShape(call, site, list, { options }).fields(item))
}

/** Checked as the fields of any row are. https://learn.microsoft.com/graph/api/listitem-update */
export const updateFileFields = (call: Call): Reply => fieldsReply(call, openRow(call, level.write))
