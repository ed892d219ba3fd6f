using System.Collections.Concurrent;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using MediatR;

namespace CxoneAssist.AspNetCore.Tests.Webhooks;

/// <summary>
/// Replaces the inbox: records the interactions it receives and returns scripted answers.
/// </summary>
internal sealed class RecordingHandler : IRequestHandler<AcceptInteraction, ReceiveResult>
{
    private readonly ConcurrentQueue<CompletedInteraction> accepted = new();

    public IReadOnlyList<CompletedInteraction> Accepted => [.. accepted];

    public Func<CancellationToken, Task<ReceiveResult>> Answer { get; set; } = _ => Task.FromResult(ReceiveResult.Stored);

    public Task<ReceiveResult> Handle(AcceptInteraction request, CancellationToken cancellationToken)
    {
        accepted.Enqueue(request.Interaction);
        return Answer(cancellationToken);
    }
}
