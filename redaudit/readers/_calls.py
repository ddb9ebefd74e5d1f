"""PDFium's functions as plain calls: addresses in, numbers out; far cheaper a call than those with typed pointers."""

import ctypes
from collections.abc import Callable

import pypdfium2.raw as raw

_Simple = type[ctypes.c_int] | type[ctypes.c_ulong] | type[ctypes.c_void_p]


def address(handle: object) -> int:
    """Where a handle points; 0 for none."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def plain(function: object, result: _Simple, *arguments: _Simple) -> Callable[..., int]:
    """A function of PDFium that takes and gives plain addresses."""
    return ctypes.CFUNCTYPE(result, *arguments)(address(function))


_void = ctypes.c_void_p
_int = ctypes.c_int
_long = ctypes.c_ulong

loose_box = plain(raw.FPDFText_GetLooseCharBox, _int, _void, _int, _void)
text_object = plain(raw.FPDFText_GetTextObject, _void, _void, _int)
count_objects = plain(raw.FPDFPage_CountObjects, _int, _void)
object_of = plain(raw.FPDFPage_GetObject, _void, _void, _int)
form_count = plain(raw.FPDFFormObj_CountObjects, _int, _void)
form_object = plain(raw.FPDFFormObj_GetObject, _void, _void, _long)
kind_of = plain(raw.FPDFPageObj_GetType, _int, _void)
matrix_of = plain(raw.FPDFPageObj_GetMatrix, _int, _void, _void)
bounds_of = plain(raw.FPDFPageObj_GetBounds, _int, _void, _void, _void, _void, _void)
fill_of = plain(raw.FPDFPageObj_GetFillColor, _int, _void, _void, _void, _void, _void)
stroke_of = plain(raw.FPDFPageObj_GetStrokeColor, _int, _void, _void, _void, _void, _void)
stroke_width = plain(raw.FPDFPageObj_GetStrokeWidth, _int, _void, _void)
set_fill = plain(raw.FPDFPageObj_SetFillColor, _int, _void, _int, _int, _int, _int)
has_transparency = plain(raw.FPDFPageObj_HasTransparency, _int, _void)
set_active = plain(raw.FPDFPageObj_SetIsActive, _int, _void, _int)
count_marks = plain(raw.FPDFPageObj_CountMarks, _int, _void)
mark_of = plain(raw.FPDFPageObj_GetMark, _void, _void, _long)
mark_name = plain(raw.FPDFPageObjMark_GetName, _int, _void, _void, _long, _void)
text_mode = plain(raw.FPDFTextObj_GetTextRenderMode, _int, _void)
draw_mode = plain(raw.FPDFPath_GetDrawMode, _int, _void, _void, _void)
count_segments = plain(raw.FPDFPath_CountSegments, _int, _void)
segment_of = plain(raw.FPDFPath_GetPathSegment, _void, _void, _int)
segment_type = plain(raw.FPDFPathSegment_GetType, _int, _void)
segment_point = plain(raw.FPDFPathSegment_GetPoint, _int, _void, _void, _void)
clip_of = plain(raw.FPDFPageObj_GetClipPath, _void, _void)
count_clips = plain(raw.FPDFClipPath_CountPaths, _int, _void)
count_clip_segments = plain(raw.FPDFClipPath_CountPathSegments, _int, _void, _int)
clip_segment = plain(raw.FPDFClipPath_GetPathSegment, _void, _void, _int, _int)
