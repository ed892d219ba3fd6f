namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>Marks the adapters of a contract of CXone: a port that a service brought itself needs no token of ours.</summary>
internal interface ICallsCxone;
