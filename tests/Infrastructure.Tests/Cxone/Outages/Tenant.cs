using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Availability;
using CxoneAssist.Infrastructure.Cxone.Http;
using CxoneAssist.Infrastructure.Tests.Inbox;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Outages;

/// <summary>
/// The flow and the adapters as a host registers them, for days of simulated time, one piece of
/// work at a time.
/// </summary>
internal sealed class Tenant : IAsyncDisposable
{
    private const int MostRuns = 20_000;

    private readonly ServiceProvider _services;
    private readonly RowsInMemory _inbox;
    private readonly Queue<(DateTimeOffset At, string Id)> _arrivals = [];
    private int _runs;

    public Tenant()
    {
        (Cxone, _inbox) = (new SimulatedCxone(Time), new RowsInMemory(Time));
        var timeOut = SkippingTime.TimeOut.ToString();
        var settings = new Dictionary<string, string?>
        {
            ["CxoneAssist:Cxone:BaseUrl"] = "http://localhost",
            ["CxoneAssist:Cxone:ClientId"] = "client",
            ["CxoneAssist:Cxone:ClientSecret"] = "secret",
            ["CxoneAssist:Cxone:CreateTimeout"] = timeOut,
            ["CxoneAssist:Cxone:NotifyTimeout"] = timeOut,
        };
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IFollowUpInbox>(_inbox)
            .AddLogging()
            .AddCxoneAssist(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).Services
            .AddSingleton(new CxoneTransport(Cxone))
            .BuildServiceProvider();
    }

    public SkippingTime Time { get; } = new();

    public FollowUpOptions Options => _services.GetRequiredService<FollowUpOptions>();

    public SimulatedCxone Cxone { get; }

    public IReadOnlyList<FollowUp> FollowUps => _inbox.Rows;

    /// <summary>How often only a probe was let through.</summary>
    public int Probes { get; private set; }

    public CxoneConnectionReport Status => _services.GetRequiredService<ICxoneConnectionStatus>().Report();

    public FollowUp Of(string id) => _inbox.Rows.Single(row => row.Interaction.InteractionId == id);

    /// <summary>Time since noon.</summary>
    public TimeSpan Elapsed => Time.GetUtcNow() - Given.Noon;

    public void Expect(string id, TimeSpan at) => _arrivals.Enqueue((Given.Noon + at, id));

    /// <summary>So many interactions an hour, evenly, in the order of time.</summary>
    public void Expect(int anHour, TimeSpan from, TimeSpan to)
    {
        for (var at = from; at < to; at += TimeSpan.FromHours(1) / anHour)
        {
            Expect($"i-{at.TotalMinutes:0}", at);
        }
    }

    public async Task RunUntilAsync(TimeSpan end)
    {
        while (Elapsed < end && Next() is { } next && next < Given.Noon + end)
        {
            Time.AdvanceTo(next);
            if (++_runs > MostRuns)
            {
                Assert.Fail($"It does not come to rest at {Elapsed}: {string.Join("; ", FollowUps)}");
            }

            if (_arrivals.TryPeek(out var arrival) && arrival.At <= Time.GetUtcNow())
            {
                _arrivals.Dequeue();
                await _inbox.ReceiveAsync(Given.Interaction(arrival.Id), CancellationToken.None);
            }
            else
            {
                await WorkAsync();
            }
        }

        Time.AdvanceTo(Given.Noon + end);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private DateTimeOffset? Next()
    {
        var arrival = _arrivals.TryPeek(out var first) ? first.At : (DateTimeOffset?)null;
        return arrival < _inbox.NextAttemptAt || _inbox.NextAttemptAt is null ? arrival : _inbox.NextAttemptAt;
    }

    // As the pump does: any work, or one interaction as a probe while calls to CXone pause.
    private async Task WorkAsync()
    {
        var availability = _services.GetRequiredService<CxoneAvailability>();
        if (!availability.TakesCalls)
        {
            Time.AdvanceTo(availability.NextProbeAt);
        }

        var admission = await availability.WaitAsync(CancellationToken.None);
        if (await ClaimAsync(admission) is not { } claimed)
        {
            return;
        }

        await _services.GetRequiredService<IRequestHandler<FollowUpOnInteraction, FollowUp?>>()
            .Handle(new FollowUpOnInteraction(claimed), CancellationToken.None);
        availability.WorkEnded(claimed.FollowUp.Interaction.InteractionId);

        async Task<ClaimedFollowUp?> ClaimAsync(Admission admission)
        {
            if (admission == Admission.All)
            {
                return (await _inbox.ClaimAsync(1, CancellationToken.None))[0];
            }

            Probes++;
            var probe = await _inbox.ClaimProbeAsync(CancellationToken.None);
            availability.GiveProbe(probe?.FollowUp.Interaction.InteractionId);
            return probe;
        }
    }
}
