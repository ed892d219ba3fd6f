using CxoneAssist.AspNetCore.Health;
using CxoneAssist.Application.Operators;
using CxoneAssist.Application.Ports;
using CxoneAssist.Host.Web.Startup;
using CxoneAssist.Infrastructure.Startup;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Host.Web.Operators;

/// <summary>The operators' endpoints; they exist only with an operator key.</summary>
internal static class FollowUpEndpoints
{
    // Who has the one key is not known; with keys of their own, operators get names of their own.
    private const string Actor = "operator key";

    public static void AddFollowUps(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<OperatorOptions>, OperatorOptionsValidator>();
        builder.Services.AddOptions<OperatorOptions>().BindConfiguration(OperatorOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton(provider =>
            new StartupFact(IsOn(provider.GetRequiredService<IConfiguration>())
                ? "/follow-ups: on."
                : "/follow-ups: off, without an operator key."));
        builder.Services.AddSingleton<FailedAttempts>().AddSingleton<OperatorMetrics>();
        builder.Services.AddSingleton<OperatorKey>();
        builder.Services.AddSingleton<IReadinessRemark>(services => services.GetRequiredService<OperatorKey>());
        AddOperatorKey(builder.Services);
        builder.Services.AddProblemDetails(Problems.AlwaysExplain);
        builder.Services.ConfigureHttpJsonOptions(
            json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, FollowUpJson.Default));
    }

    // Not AddAuthentication: it adds data protection, which writes keys to disk that this host does
    // not need.
    private static void AddOperatorKey(IServiceCollection services)
    {
        services.AddAuthenticationCore(options => options.DefaultScheme = OperatorKeyHandler.SchemeName)
            .AddWebEncoders()
            .AddAuthorization();
        new AuthenticationBuilder(services)
            .AddScheme<AuthenticationSchemeOptions, OperatorKeyHandler>(OperatorKeyHandler.SchemeName, null);
    }

    /// <summary>The answer for an interaction that is not known, as distinct from that of another server.</summary>
    internal const string NotReceived = "No webhook was received for this interaction.";

    public static void MapFollowUps(this WebApplication app)
    {
        if (!IsOn(app.Configuration))
        {
            return;
        }

        var group = app.MapGroup("/follow-ups").RequireAuthorization().AddEndpointFilter(AnswerAsync);
        group.MapGet("/", ListAsync);
        group.MapGet("/{interactionId}", GetAsync);
        group.MapPost("/forget", ForgetAsync);
        group.MapPost("/{interactionId}/replay", (
            string interactionId, OperatorActionBody body, IMediator mediator, CancellationToken ct) =>
            ApplyAsync(mediator.Send(new ReplayFollowUp(interactionId, body.Note ?? "", Actor), ct)));
        group.MapPost("/{interactionId}/confirm", (
            string interactionId, OperatorActionBody body, IMediator mediator, CancellationToken ct) =>
            ApplyAsync(mediator.Send(new ConfirmFollowUp(interactionId, body.TaskId ?? "", body.Note ?? "", Actor), ct)));
        group.MapPost("/{interactionId}/discard", (
            string interactionId, OperatorActionBody body, IMediator mediator, CancellationToken ct) =>
            ApplyAsync(mediator.Send(new DiscardFollowUp(interactionId, body.Note ?? "", Actor), ct)));
    }

    private static async Task<IResult> ForgetAsync(ForgetCustomerBody body, IMediator mediator, CancellationToken ct) =>
        Results.Ok(await mediator.Send(new ForgetCustomer(body.Customer ?? "", body.Note ?? "", Actor), ct));

    private static bool IsOn(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration[Settings.OperatorKey]);

    private static async Task<IResult> ListAsync(HttpRequest request, IMediator mediator, TimeProvider time, CancellationToken ct)
    {
        var given = request.Query.SelectMany(
            parameter => parameter.Value, (parameter, value) => KeyValuePair.Create(parameter.Key, value ?? ""));
        return FollowUpQuery.TryRead(given, time.GetUtcNow(), out var query, out var error)
            ? Results.Ok(await mediator.Send(new ListFollowUps(query.Filter, query.After, query.Take), ct))
            : Problems.Create(StatusCodes.Status400BadRequest, error);
    }

    private static async Task<IResult> GetAsync(string interactionId, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetFollowUp(interactionId), ct) is { } followUp
            ? Results.Ok(followUp)
            : Problems.Create(StatusCodes.Status404NotFound, NotReceived);

    private static async Task<IResult> ApplyAsync(Task<OperatorActionResult> sent) => await sent switch
    {
        { Outcome: OperatorActionOutcome.Applied } applied =>
            Results.Ok(new Dictionary<string, string> { ["message"] = applied.Message }),
        { Outcome: OperatorActionOutcome.NotFound } unknown =>
            Problems.Create(StatusCodes.Status404NotFound, unknown.Message),
        var refused => Problems.Create(StatusCodes.Status409Conflict, refused.Message),
    };

    private static async ValueTask<object?> AnswerAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        try
        {
            return await next(context);
        }
        catch (ValidationException invalid)
        {
            return Problems.Create(
                StatusCodes.Status400BadRequest, string.Join(' ', invalid.Errors.Select(error => error.ErrorMessage)));
        }
        catch (InboxUnavailableException)
        {
            context.HttpContext.Response.Headers.RetryAfter = "5";
            return Problems.Create(
                StatusCodes.Status503ServiceUnavailable,
                "The inbox cannot be reached now; try again in a few seconds.");
        }
    }
}
