/** One press for the model of the article that this playground grew from. */
import { articleModel } from "../../session/articleModel";
import { changedSettings, fittedSettings } from "../../session/settings";
import { Action } from "../controls/Action";
import { Explanation } from "../controls/Explanation";
import layout from "../styles/layout.module.css";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import styles from "./settings.module.css";
import { useIsLocked } from "./useIsLocked";
import { shapeNow } from "./useSetting";

export function ArticleModel() {
  const store = usePlaygroundStore();
  const { settings: words } = useAllWords();
  const data = usePlayground((state) => state.data);
  const settings = useRun((run) => run.settings);
  const isLocked = useIsLocked();
  const shape = shapeNow({ data });
  const { answers } = shape;
  // What the data leave no choice in is as it is.
  const model = fittedSettings({ ...settings, ...articleModel }, shape);
  const isInUse = changedSettings(settings, model).length === 0;
  const said = answers !== "class" ? "articleUnfit" : isInUse ? "articleInUse" : null;
  return (
    <div className={styles.group}>
      <div className={layout.actions}>
        <Action
          onPress={() => store.getState().configure(model)}
          isDisabled={isLocked || answers !== "class" || isInUse}
        >
          {words.articleModel}
        </Action>
        <Explanation of={words.articleModel}>{words.articleAbout}</Explanation>
      </div>
      {said && <p className={text.hint}>{words[said]}</p>}
    </div>
  );
}
