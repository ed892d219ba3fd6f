using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace CxoneAssist.Architecture.Tests.Documents;

/// <summary>The hosts that programs in this process build, as .NET announces them to tools.</summary>
internal sealed class BuiltHosts : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly Channel<IHost> _built = Channel.CreateUnbounded<IHost>();
    private readonly List<IDisposable> _subscriptions = [];

    public BuiltHosts() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public ChannelReader<IHost> All => _built.Reader;

    public void OnNext(DiagnosticListener value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Name == "Microsoft.Extensions.Hosting")
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == "HostBuilt")
        {
            _built.Writer.TryWrite((IHost)value.Value!);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
}
