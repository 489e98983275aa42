/** A part of the page that may fail without the rest. */
import { Component, type ReactNode } from "react";
import { FaultNote } from "./FaultNote";
import type { FaultPart } from "./faultWords";

interface FaultBoundaryProps {
  readonly what: FaultPart;
  /** Whether it stands over the page: what is said of it then does, too. */
  readonly over?: boolean;
  /** Gives it up, where that is possible. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

interface FaultBoundaryState {
  readonly fault: { readonly error: unknown } | null;
}

export class FaultBoundary extends Component<FaultBoundaryProps, FaultBoundaryState> {
  override state: FaultBoundaryState = { fault: null };

  static getDerivedStateFromError(error: unknown): FaultBoundaryState {
    return { fault: { error } };
  }

  override render(): ReactNode {
    const { what, over = false, onClose, children } = this.props;
    const { fault } = this.state;
    if (!fault) return children;
    // What has failed is gone from the page: when its fault is, it begins anew.
    const retry = () => this.setState({ fault: null });
    return <FaultNote what={what} error={fault.error} onRetry={retry} over={over} onClose={onClose} />;
  }
}
