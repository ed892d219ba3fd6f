using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>An interaction to be stored once.</summary>
internal sealed class Receive(CompletedInteraction interaction) : PendingOperation<Receipt>
{
    // As it will be read back: a follow-up handed over in memory is to equal the one claimed from the database.
    public CompletedInteraction Interaction { get; } =
        interaction.CompletedAt is { } at ? interaction with { CompletedAt = UnixTime.Stored(at) } : interaction;

    public string Key => Interaction.InteractionId;
}
