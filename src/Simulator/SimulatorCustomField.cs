namespace CxoneAssist.Simulator;

/// <summary>A custom field of a task, as sent.</summary>
/// <param name="Id">The field.</param>
/// <param name="Value">What it holds.</param>
public sealed record SimulatorCustomField(string Id, string Value);
