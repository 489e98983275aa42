/** One press for the model of the article that this playground grew from. */
import { articleModel } from "../../session/articleModel";
import { changedSettings, fittedSettings } from "../../session/settings";
import { Action } from "../controls/Action";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import styles from "./settings.module.css";
import { shapeNow } from "./useSetting";

export function ArticleModel() {
  const store = usePlaygroundStore();
  const data = usePlayground((state) => state.data);
  const settings = useRun((run) => run.settings);
  const shape = shapeNow({ data });
  const { answers } = shape;
  // What the data leave no choice in is as it is.
  const model = fittedSettings({ ...settings, ...articleModel }, shape);
  const isInUse = changedSettings(settings, model).length === 0;
  return (
    <div className={styles.group}>
      <div>
        <Action onPress={() => store.getState().configure(model)} isDisabled={answers !== "class" || isInUse}>
          The article’s model
        </Action>
      </div>
      <p className={text.hint}>{words(answers === "class", isInUse)}</p>
    </div>
  );
}

function words(fits: boolean, isInUse: boolean): string {
  if (!fits) return "It answers with classes, by a softmax; these data ask for numbers.";
  if (isInUse) return "In use. Train runs its ten epochs; the evaluation follows by itself.";
  return "Keras’ GRU(128), dense softmax, categorical cross-entropy, Adam at 0.001, Keras’ initial weights, ten epochs in batches of 32.";
}
