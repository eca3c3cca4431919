"""How a network that ships is run: a file of ONNX graphs, one thread, one text at a time.

A graph in 8-bit whole numbers scales what it meets as it comes; run one text at a time, what it
gives depends on that text alone, and never on what is asked beside it or on the processor's make.
This is the one place that says how; which networks there are, and what they answer, is for the
stages that ship them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

START, END = 101, 102
"""The pieces before a text and after it, in the vocabulary of BERT."""


def session(graph: bytes) -> InferenceSession:
    """Load a graph, to be run on one thread of the CPU."""
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Without it, processors that lack VNNI add products of 8-bit numbers in 16 bits and cut off
    # what is too large: figures of the reader's cues were wrong by up to .6, at the same speed.
    options.add_session_config_entry("session.x64quantprecision", "1")
    return ort.InferenceSession(
        graph,
        options,
        ["CPUExecutionProvider"],
        # Fusing makes the norms ten times slower (onnxruntime 1.32, 2026-11-26).
        disabled_optimizers=["SkipLayerNormFusion"],
    )


def tokenizer(vocabulary: Sequence[str]) -> Tokenizer:
    """Make the cutter into word pieces of a vocabulary of BERT's, in small letters."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    made = Tokenizer(
        models.WordPiece(
            {word: number for number, word in enumerate(vocabulary)},
            unk_token="[UNK]",
            max_input_chars_per_word=100,
        )
    )
    made.normalizer = normalizers.BertNormalizer(
        clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=True
    )
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


__all__ = ["END", "START", "session", "tokenizer"]
