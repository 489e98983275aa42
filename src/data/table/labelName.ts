/** How a column is called that has the answer of each row or sequence. */
export const labelName =
  /^(label|labels|class|target|y|category|activity|outcome|species|status|diagnosis|标签|类别)$|[_\s-](label|class)$/i;
