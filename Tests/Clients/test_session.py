"""A session of the real binary with a client that others wrote: pytest-lsp, over pygls.

ANNOTATE_SERVER names the program, ANNOTATE_ARTICLE an article of the samples.
"""
import os
import pathlib

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

ARTICLE = pathlib.Path(os.environ["ANNOTATE_ARTICLE"]).resolve()
DOCUMENT = types.TextDocumentIdentifier(uri=ARTICLE.as_uri())


@pytest_lsp.fixture(
    config=ClientServerConfig(server_command=[os.environ["ANNOTATE_SERVER"], "--stdio"]),
)
async def client(lsp_client: LanguageClient):
    capabilities = pytest_lsp.client_capabilities("neovim")
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=capabilities,
            root_uri=ARTICLE.parent.as_uri(),
            initialization_options={"positionEncoding": "utf-16"},
        )
    )
    lsp_client.text_document_did_open(
        types.DidOpenTextDocumentParams(
            text_document=types.TextDocumentItem(
                uri=DOCUMENT.uri,
                language_id="markdown",
                version=1,
                text=ARTICLE.read_text(encoding="utf-8"),
            )
        )
    )
    yield
    await lsp_client.shutdown_session()


@pytest.mark.asyncio
async def test_every_mention_leads_to_its_introduction(client: LanguageClient):
    symbols = await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(text_document=DOCUMENT)
    )
    assert symbols
    lines = ARTICLE.read_text(encoding="utf-8").splitlines()
    tokens = await client.text_document_semantic_tokens_full_async(
        types.SemanticTokensParams(text_document=DOCUMENT)
    )
    assert tokens and len(tokens.data) % 5 == 0
    line = column = found = 0
    for index in range(0, len(tokens.data), 5):
        down, right, length = tokens.data[index : index + 3]
        line, column = line + down, right if down else column + right
        assert column + length <= len(lines[line].encode("utf-16-le")) // 2
        place = types.Position(line=line, character=column)
        definition = await client.text_document_definition_async(
            types.DefinitionParams(text_document=DOCUMENT, position=place)
        )
        if definition:
            assert definition.uri == DOCUMENT.uri
            found += 1
    assert found > 0


@pytest.mark.asyncio
async def test_a_hover_says_who(client: LanguageClient):
    lines = ARTICLE.read_text(encoding="utf-8").splitlines()
    line = next(i for i, line in enumerate(lines) if line.startswith("# "))
    hover = await client.text_document_hover_async(
        types.HoverParams(text_document=DOCUMENT, position=types.Position(line=line, character=3))
    )
    assert hover and "Norway" in hover.contents.value
