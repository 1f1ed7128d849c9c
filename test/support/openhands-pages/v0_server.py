"""
The connect handler of OpenHands' V0, written anew after its description, on the real python-socketio under uvicorn.
The first segment of the path names the fault. Prints the port that it listens on.
"""

import asyncio
import signal
import socket
from urllib.parse import parse_qs

import socketio
import uvicorn
from socketio.exceptions import ConnectionRefusedError as Refused

OPTIONS = {
    "async_mode": "asgi",
    "cors_allowed_origins": "*",
    "max_http_buffer_size": 4 * 1024 * 1024,
    # More often than the 25 s of OpenHands: a test counts silence up to the last sign of life.
    "ping_interval": 1,
    "ping_timeout": 20,
}
sio = socketio.AsyncServer(**OPTIONS)
hasty = socketio.AsyncServer(always_connect=True, **OPTIONS)

FORBIDDEN = "User 7a0cb0f4-0000-4b7f-9a34-000000000000 is not allowed to join conversation {}"
MAXIMUM = "RuntimeError: Agent reached maximum iteration. Current iteration: 500, max iteration: 500"
REFUSALS = {
    "d-03": ("Failed to access conversation events: /.openhands/sessions/none/events",),
    "d-07": ("No keycloak_auth cookie or valid Authorization header",),
    "d-08": ("SESSION$TIMEOUT_MESSAGE",),
    "d-11": ("nope", {"a": 1}, 2),
    "d-13": ("Connection refused by server",),
}
LATE_REFUSALS = {
    "d-04": ("Failed to join conversation",),
    "d-05": ("Settings not found", {"msg_id": "CONFIGURATION$SETTINGS_NOT_FOUND"}),
}


def status(id, message=None):
    return {"status_update": True, "type": "error", "id": id, "message": message or id}


def state(id, name, reason=""):
    extras = {"agent_state": name, "reason": reason}
    return {"id": id, "source": "environment", "observation": "agent_state_changed", "extras": extras}


EVENTS = {
    "error-frame": {"error": True, "message": "Failed to create agent session: ValueError"},
    "expired-401": {"error": True, "error_code": 401, "message": "Unauthorized"},
    "llm-auth": status("STATUS$ERROR_LLM_AUTHENTICATION"),
    "runtime-lost": status("STATUS$ERROR_RUNTIME_DISCONNECTED", "Container has exited."),
    "maximum": status("STATUS$ERROR", MAXIMUM),
    "too-many": status("AGENT_ERROR$TOO_MANY_CONVERSATIONS", "Too many conversations at once."),
    "state-error": state(7, "error", "STATUS$ERROR_LLM_AUTHENTICATION"),
    "rate-limited": state(7, "rate_limited"),
    "observation": {"id": 7, "observation": "error", "content": "no", "extras": {"error_id": "AGENT_ERROR$BAD_ACTION"}},
}


async def replay(sid, is_whole):
    await sio.emit("oh_event", {"id": 0, "source": "user", "action": "message", "args": {"content": "hi"}}, to=sid)
    if is_whole:
        await sio.emit("oh_event", state(4, "awaiting_user_input"), to=sid)


async def afterwards(sid, fault):
    await asyncio.sleep(0.3)
    if fault in EVENTS:
        await sio.emit("oh_event", EVENTS[fault], to=sid)
    if fault in ("kick", "too-many"):
        await sio.disconnect(sid)


@sio.event
async def connect(sid, environ):
    query = parse_qs(environ["QUERY_STRING"])
    fault = query["fault"][0]
    if "conversation_id" not in query:
        raise Refused("No conversation_id in query params")
    if fault == "e-01-key":
        query["session_api_key"][0]  # parse_qs drops an empty value, so this is the KeyError of the field
    if fault == "d-02":
        raise Refused("invalid_session_api_key")
    if fault == "d-06":
        raise Refused(FORBIDDEN.format(query["conversation_id"][0]))
    if fault == "d-09":
        return False
    if fault == "e-01-before":
        raise ValueError("'bitbuckets' is not a valid ProviderType")
    if fault in REFUSALS:
        raise Refused(*REFUSALS[fault])
    await replay(sid, is_whole=fault != "e-01-during")
    if fault == "e-01-during":
        raise ValueError("a stored event that cannot be read")
    if fault == "e-01-after":
        raise ValueError("unsupported_operation")
    if fault in LATE_REFUSALS:
        raise Refused(*LATE_REFUSALS[fault])
    asyncio.create_task(afterwards(sid, fault))


@sio.event
async def oh_user_action(sid, data):
    raise RuntimeError(f"no_connected_session:{sid}")


@hasty.event
async def connect(sid, environ):  # noqa: F811
    raise Refused("invalid_session_api_key")


APPS = {False: socketio.ASGIApp(sio), True: socketio.ASGIApp(hasty)}


async def app(scope, receive, send):
    """Takes the first segment off the path, as a proxy before a runtime does, and hands it on in the query."""
    if scope["type"] in ("http", "websocket"):
        fault, _, rest = scope["path"].lstrip("/").partition("/")
        query = scope["query_string"] + b"&fault=" + fault.encode()
        scope = {**scope, "path": f"/{rest}", "raw_path": f"/{rest}".encode(), "query_string": query}
        return await APPS[fault == "d-12"](scope, receive, send)
    return await APPS[False](scope, receive, send)


if __name__ == "__main__":
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    print(listening.getsockname()[1], flush=True)
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", ws="websockets"))
    signal.signal(signal.SIGTERM, lambda *_: exit(0))
    asyncio.run(server.serve(sockets=[listening]))
