// A rule whose value is a table – who decides, which exceptions – told row by row.
import { useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { columnWords } from '../../saying/code-words.ts';
import { type Sayer, tableOf } from '../../saying/value.ts';
import { ruleWords } from '../words/rule-words.ts';
import type { Parameter } from '../../../rules/index.ts';

type Cells = Readonly<Record<string, string | boolean | number>>;
interface ValueTableProps {
  parameter: Parameter;
  rows: readonly Cells[];
  sayer: Sayer;
  name: string;
}
interface Line {
  key: string;
  cells: string[];
}

export function ValueTable({ parameter, rows, sayer, name }: ValueTableProps) {
  const t = useWords(columnWords);
  const words = useWords(ruleWords);
  const table = tableOf(parameter, rows, sayer);
  const label = (column: string) => {
    const key = `column.${column}`;
    return key in columnWords ? t(key as keyof typeof columnWords) : '';
  };
  const columns: Column<Line>[] = table.columns.map((column, index) => ({
    id: column,
    label: label(column),
    cell: ({ cells }: Line) => cells[index],
  }));
  return (
    <SmallTable
      name={name}
      rows={table.rows.map((cells, index) => ({ key: String(index), cells }))}
      keyOf={({ key }) => key}
      columns={columns}
      empty={{ title: words('rule.not_read') }}
    />
  );
}
