using System.Diagnostics.Metrics;

namespace CxoneAssist.Host.Web.Operators;

/// <summary>Counts requests that were refused because of their operator key.</summary>
internal sealed class OperatorMetrics
{
    private readonly Counter<long> _invalidKeys;

    // The factory disposes the meters that it created.
    public OperatorMetrics(IMeterFactory meters) =>
        _invalidKeys = meters.Create("CxoneAssist.Operators").CreateCounter<long>(
            "cxone_assist.operators.invalid_keys", "{request}", "Requests refused because of their operator key.");

    public void InvalidKey() => _invalidKeys.Add(1);
}
