/**
 * A line of a chart that does not move by itself. Recharts' own line measures its path whenever it is drawn, to be able to animate it, which
 * lays the page out each time, and each of its dots is a component.
 */
import type { ComponentProps } from "react";
import { Curve, type CurveProps, Line, type LineDrawShapeProps } from "recharts";

type LineProps = Omit<ComponentProps<typeof Line>, "ref" | "shape" | "dot" | "isAnimationActive">;

interface StillLineProps extends LineProps {
  /** Whether each of its points is marked. */
  readonly dots?: boolean;
}

export function StillLine({ dots = false, ...line }: StillLineProps) {
  return <Line {...line} shape={dots ? curveWithDots : curve} dot={false} isAnimationActive={false} />;
}

function curve({ pathRef: _measured, ...line }: LineDrawShapeProps) {
  return <Curve {...line} />;
}

const dotPx = 4;

/** All dots are one path: strokes without a length, whose round ends touch. */
function curveWithDots(line: LineDrawShapeProps) {
  const { points = [], stroke } = line;
  return (
    <>
      {curve(line)}
      <path
        className="recharts-line-dots"
        d={dotsAt(points)}
        stroke={stroke}
        strokeWidth={dotPx}
        strokeLinecap="round"
      />
    </>
  );
}

const dotsAt = (points: NonNullable<CurveProps["points"]>) =>
  points.map(({ x, y }) => (x === null || y === null ? "" : `M${x},${y}h0`)).join("");
