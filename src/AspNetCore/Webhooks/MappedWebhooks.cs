namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>Whether the webhook was mapped, and to which path, as far as that is known before the service's routes are built.</summary>
internal sealed class MappedWebhooks
{
    private int _mapped;

    /// <summary>The whole path; <c>null</c> where it is in a group, whose prefix only the built routes show, or not mapped yet.</summary>
    public string? Path { get; private set; }

    /// <param name="path">See <see cref="Path"/>.</param>
    /// <exception cref="InvalidOperationException">It was mapped before.</exception>
    public void Add(string? path)
    {
        if (Interlocked.Exchange(ref _mapped, 1) == 1)
        {
            throw new InvalidOperationException(
                "MapCxoneWebhooks was called before: with two endpoints for one path every webhook would be answered 500. Call it once.");
        }

        Path = path;
    }
}

/// <summary>Marks the endpoint among the service's own.</summary>
internal sealed class WebhookMark;
