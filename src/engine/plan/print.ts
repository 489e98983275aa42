import {
  bytesPerElement,
  elementCount,
  type Plan,
  planBytes,
  type Step,
  sections,
  type Tensor,
} from "./plan";

const shapeText = (tensor: Tensor) => `${tensor.type}[${tensor.shape.join(", ")}]`;

function tensorLine(tensor: Tensor): string {
  const bytes = elementCount(tensor.shape) * bytesPerElement;
  const place = tensor.view ? `in ${tensor.view.of} at ${tensor.view.offset}` : `${bytes} B`;
  return `  ${tensor.role.padEnd(10)} ${tensor.name}: ${shapeText(tensor)} ${place}`;
}

function stepLine(step: Step): string {
  const slots = Object.entries(step.tensors).map(([slot, name]) => `${slot}=${name}`);
  const dims = Object.entries(step.dims).map(([dim, size]) => `${dim}=${size}`);
  return `  ${step.op}(${slots.join(", ")}) {${dims.join(" ")}}`;
}

/** The plan as a readable listing: every tensor with its bytes, then the steps of each section. */
export function printPlan(plan: Plan): string {
  const lines = [`tensors: ${plan.tensors.length}, ${planBytes(plan)} B`, ...plan.tensors.map(tensorLine)];
  for (const section of sections) {
    if (plan[section].length > 0) lines.push(`${section}:`, ...plan[section].map(stepLine));
  }
  return `${lines.join("\n")}\n`;
}
