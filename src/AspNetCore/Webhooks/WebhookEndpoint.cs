using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// Accepts webhooks: checks the request, its signature and its body, in this order, then stores it
/// in the inbox.
/// </summary>
internal sealed partial class WebhookEndpoint
{
    private readonly WebhookOptions _options;
    private readonly HashSet<string> _acceptedEventTypes;
    private readonly WebhookReader _reader;
    private readonly UnknownEventTypes _unknownEventTypes;
    private readonly DroppedMemberLog _dropped;
    private readonly RefusalLog _refusals;
    private readonly WebhookMetrics _metrics;
    private readonly ILogger<WebhookEndpoint> _logger;

    public WebhookEndpoint(
        IOptions<WebhookOptions> options,
        WebhookReader reader,
        UnknownEventTypes unknownEventTypes,
        DroppedMemberLog dropped,
        RefusalLog refusals,
        WebhookMetrics metrics,
        ILogger<WebhookEndpoint> logger)
    {
        (_options, _reader, _unknownEventTypes) = (options.Value, reader, unknownEventTypes);
        (_dropped, _refusals, _metrics, _logger) = (dropped, refusals, metrics, logger);
        _acceptedEventTypes = new HashSet<string>(_options.AcceptedEventTypes, StringComparer.Ordinal);
        IsSigned = reader.IsVerifying;
        if (!IsSigned)
        {
            Log.Unsigned(logger);
        }
    }

    public string Path => _options.Path;

    /// <summary>Whether a signature is asked for. It holds until the next start: secrets are replaced, never withdrawn.</summary>
    public bool IsSigned { get; }

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var problem = WebhookRequest.Check(context.Request, _options.MaxBodyBytes);
            await (problem is null ? TakeAsync(context) : RefuseAsync(context, problem));
        }
        catch (BadHttpRequestException exception)
        {
            await RefuseAsync(context, WebhookProblem.For(exception));
        }
        catch (Exception exception) when (IsDisconnect(exception, context))
        {
            // The sender has disconnected. Aborting keeps proxies from reading an empty response as
            // a success.
            _metrics.Aborted();
            context.Abort();
        }
    }

    private static bool IsDisconnect(Exception exception, HttpContext context) =>
        exception is ConnectionResetException
        || (exception is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested);

    private async Task TakeAsync(HttpContext context)
    {
        if (await WebhookRequest.ReadAsync(context.Request, _options.MaxBodyBytes) is not { } buffer)
        {
            await RefuseAsync(context, WebhookProblem.TooLarge);
            return;
        }

        var body = _reader.VerifyAndRead(buffer, context.Request.Headers);
        context.Request.BodyReader.AdvanceTo(buffer.End);
        await AnswerAsync(context, body);
    }

    private Task AnswerAsync(HttpContext context, WebhookBody body)
    {
        if (body.EventType is { Length: > 0 } eventType && !_acceptedEventTypes.Contains(eventType))
        {
            _unknownEventTypes.Report(eventType);
            _metrics.Ignored();
            return WebhookResponse.IgnoredAsync(context.Response);
        }

        _dropped.Report(body.Dropped);
        return body.Interaction is { } interaction
            ? AcceptAsync(context, interaction)
            : RefuseAsync(context, body.Problem!);
    }

    private async Task AcceptAsync(HttpContext context, CompletedInteraction interaction)
    {
        try
        {
            var handler =
                context.RequestServices.GetRequiredService<IRequestHandler<AcceptInteraction, ReceiveResult>>();
            var receipt = await handler.Handle(new AcceptInteraction(interaction), context.RequestAborted);
            _metrics.Accepted(receipt);
            await WebhookResponse.AcceptedAsync(context.Response, receipt);
        }
        catch (ValidationException)
        {
            await RefuseAsync(context, WebhookProblem.Invalid);
        }
        catch (InboxUnavailableException)
        {
            await RefuseAsync(context, WebhookProblem.Unavailable);
        }
        catch (Exception exception)
            when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            // Whatever the error, we do not know that the webhook is stored, so the sender must
            // repeat it.
            Log.NotStored(_logger, exception);
            await RefuseAsync(context, WebhookProblem.Unavailable);
        }
    }

    private Task RefuseAsync(HttpContext context, WebhookProblem problem)
    {
        _refusals.Report(problem);
        _metrics.Refused(problem.Status);
        return WebhookResponse.RefusedAsync(context.Response, problem);
    }

    private static partial class Log
    {
        [LoggerMessage(3, LogLevel.Warning,
            "Webhooks are accepted UNSIGNED (CxoneAssist:Webhook:AllowUnsigned): any caller that reaches the path "
                + "can create follow-ups.")]
        public static partial void Unsigned(ILogger logger);

        [LoggerMessage(4, LogLevel.Error,
            "A webhook could not be stored for an unexpected reason; its sender is asked to send it again.")]
        public static partial void NotStored(ILogger logger, Exception exception);
    }
}
