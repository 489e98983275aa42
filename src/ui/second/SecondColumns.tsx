/** Which columns of another file stand for those that the network knows; what is missing can be chosen. */
import type { MatchedColumn } from "../../data/table/second/matchColumns";
import type { SecondTable } from "../../data/table/second/secondTable";
import { SelectField } from "../controls/SelectField";
import { Sentences } from "../data/Sentences";
import note from "../styles/note.module.css";
import tables from "../styles/table.module.css";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";

/** Of more, those that were not found by their name. */
const mostShown = 24;

export function SecondColumns({ table }: { readonly table: SecondTable }) {
  const { second: words, formats } = useAllWords();
  const say = useSay();
  const chosen = usePlayground(({ second }) => second?.chosen);
  const { columns, further, offered, notes, problems } = table;
  const isByHand = ({ column }: MatchedColumn) => chosen?.[column] !== undefined;
  const found = columns.filter((column) => column.found !== null && !isByHand(column));
  const shown = columns.length > mostShown ? columns.filter((one) => !found.includes(one)) : columns;
  return (
    <>
      <Sentences
        sentences={[
          words.found({ columns: found.length }),
          ...(further.length > 0
            ? [words.further({ count: further.length, names: formats.list(further, mostNamed) })]
            : []),
          ...notes,
        ]}
      />
      {problems.map(say).map((problem) => (
        <p key={problem} className={note.problem} role="alert">
          {problem}
        </p>
      ))}
      {shown.length > 0 && (
        <div className={tables.scroll}>
          <table className={tables.table}>
            <caption className="visually-hidden">{words.columnsCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{words.column}</th>
                <th scope="col">{words.part}</th>
                <th scope="col">{words.stands}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((column) => (
                <ColumnRow key={column.column} column={column} offered={offered} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

const mostNamed = 12;
const none = "none";

interface ColumnRowProps {
  readonly column: MatchedColumn;
  readonly offered: readonly string[];
}

function ColumnRow({ column: { column, name, part, found }, offered }: ColumnRowProps) {
  const words = useAllWords().second;
  const store = usePlaygroundStore();
  const isBusy = usePlayground(({ second }) => second?.isBusy === true);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{words.parts[part]}</td>
      <td>
        <SelectField
          label={words.choose({ column: name })}
          layout="compact"
          value={found === null ? none : String(found)}
          options={[
            ...(found === null ? [{ value: none, label: words.none }] : []),
            ...offered.map((label, i) => ({ value: String(i), label })),
          ]}
          isDisabled={isBusy}
          onChange={(value) => value !== none && store.getState().matchSecond(column, Number(value))}
        />
      </td>
    </tr>
  );
}
