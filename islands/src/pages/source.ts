/** A document as it reads: walking its statements, and deciding about words that are chosen. */

import { Panel } from "../source/panel";
import { Walk } from "../source/walk";

const panel = new Panel();
new Walk((statement) => panel.statement(statement));
