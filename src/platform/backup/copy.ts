import type pg from 'pg';

/** What pg's connection can do beside what its types tell: the copy messages of PostgreSQL's protocol. */
interface CopyConnection extends pg.Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/** The part of pg's own Query that a statement has to have; pg calls it as messages arrive. */
interface Statement extends pg.Submittable {
  handleError(error: Error): void;
  handleCommandComplete(message: { text: string }): void;
  handleReadyForQuery(): void;
  handleCopyData(message: { chunk: Buffer }): void;
  handleCopyInResponse(connection: CopyConnection): void;
}

interface Answer {
  readonly done: (rows: number) => void;
  readonly fail: (error: Error) => void;
}

/** Received but not yet taken: beyond this the server has to wait. */
const mostWaiting = 1024 * 1024;

/** Runs `copy … to stdout`; returns the number of rows. */
export async function* copyOut(client: pg.ClientBase, statement: string): AsyncGenerator<Buffer, number> {
  let waiting: Buffer[] = [];
  let size = 0;
  let rows: number | undefined;
  let failure: Error | undefined;
  let stream: CopyConnection['stream'] | undefined;
  let wake = () => {};
  client.query({
    ...statementOf(statement, {
      done: (count) => {
        rows = count;
        wake();
      },
      fail: (error) => {
        failure = error;
        wake();
      },
    }),
    submit(connection) {
      ({ stream } = connection);
      connection.query(statement);
    },
    handleCopyData({ chunk }) {
      // A copy: pg takes the next message into the same memory.
      waiting.push(Buffer.from(chunk));
      size += chunk.length;
      if (size > mostWaiting) stream?.pause();
      wake();
    },
  } satisfies Statement);
  for (;;) {
    if (size > 0) {
      const content = Buffer.concat(waiting);
      waiting = [];
      size = 0;
      yield content;
      stream?.resume();
    } else if (failure) throw failure;
    else if (rows !== undefined) return rows;
    else {
      await new Promise<void>((resume) => {
        wake = resume;
      });
    }
  }
}

/** Runs `copy … from stdin` with the bytes of `content`; gives the number of rows. */
export function copyIn(
  client: pg.ClientBase,
  statement: string,
  content: AsyncIterable<Buffer>,
): Promise<number> {
  return new Promise((done, fail) => {
    let failed = false;
    const answer: Answer = {
      done,
      fail: (error) => {
        failed = true;
        fail(error);
      },
    };
    client.query({
      ...statementOf(statement, answer),
      handleCopyInResponse(connection) {
        const send = async () => {
          for await (const chunk of content) {
            if (failed) return;
            connection.sendCopyFromChunk(chunk);
            if (connection.stream.writableNeedDrain) await drained(connection.stream);
          }
          connection.endCopyFrom();
        };
        send().catch((error: Error) => {
          // The reason of ours, not the server's "COPY from stdin failed" that follows it.
          answer.fail(error);
          connection.sendCopyFail('the content broke off');
        });
      },
    } satisfies Statement);
  });
}

function statementOf(text: string, { done, fail }: Answer): Statement {
  let rows = 0;
  return {
    submit(connection) {
      connection.query(text);
    },
    handleError: fail,
    handleCommandComplete(message) {
      rows = Number(/^COPY (\d+)$/.exec(message.text)?.[1] ?? 0);
    },
    handleReadyForQuery() {
      done(rows);
    },
    handleCopyData() {},
    handleCopyInResponse(connection) {
      connection.sendCopyFail('nothing to send');
    },
  };
}

/** Also over when the connection breaks: then pg fails the statement. */
function drained(stream: CopyConnection['stream']): Promise<void> {
  return new Promise((done) => {
    const over = () => {
      stream.off('drain', over).off('close', over);
      done();
    };
    stream.on('drain', over).on('close', over);
  });
}
