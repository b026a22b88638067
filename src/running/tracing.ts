import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { FastifyInstance } from 'fastify';
import { operationsOf } from '../api/request-refusals.js';
import { statementChannel, type SentStatement } from '../database/statement.js';

/** Running tracer. */
export interface Tracing {
  /** Starts a span for each request; to be called before any other hook is added. */
  instrument(fastify: FastifyInstance): void;
  /** Sends the remaining spans. */
  stop(): Promise<void>;
}

/**
 * Starts a span for each request, named by operation, and below it one for each statement, by name. Spans hold no
 * address, no parameter and no text. OpenTelemetry's own variables say where they are sent; without those variables
 * this file is not loaded.
 */
export function startTracing(version: string): Tracing {
  const resource = resourceFromAttributes({ 'service.name': 'thidua', 'service.version': version }).merge(
    detectResources({ detectors: [envDetector] }),
  );
  const provider = new NodeTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  const tracer = trace.getTracer('thidua', version);
  const traced = (message: unknown) => traceStatement(tracer, message as SentStatement);
  statementChannel.subscribe(traced);
  return {
    instrument: (fastify) => traceRequests(tracer, fastify),
    async stop() {
      statementChannel.unsubscribe(traced);
      await provider.shutdown();
    },
  };
}

function traceRequests(tracer: Tracer, fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const { traceparent } = request.headers;
    const caller = propagation.extract(ROOT_CONTEXT, { traceparent });
    const span = tracer.startSpan(
      request.method,
      { kind: SpanKind.SERVER, attributes: { 'http.request.method': request.method, 'thidua.request_id': request.id } },
      caller,
    );
    reply.raw.once('close', () => {
      const operations = operationsOf(request);
      const route = request.routeOptions.url;
      span.updateName(operations.join(' ') || `${request.method} ${route ?? ''}`.trim());
      span.setAttributes({
        'http.response.status_code': reply.statusCode,
        ...(route !== undefined && { 'http.route': route }),
        ...(operations.length > 0 && { 'thidua.operations': [...operations] }),
      });
      if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    context.with(trace.setSpan(context.active(), span), done);
  });
}

function traceStatement(tracer: Tracer, { name, result: answered }: SentStatement): void {
  const span = tracer.startSpan(name, {
    kind: SpanKind.CLIENT,
    attributes: { 'db.system.name': 'postgresql', 'db.operation.name': name },
  });
  answered.then(
    () => span.end(),
    () => {
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  );
}
